/** Values of `mets/@TYPE` (E-ARK CSIP, VocabularyContentCategory), in upper case and with plain hyphens and dashes. */
export const contentCategories: ReadonlySet<string> = new Set(
  [
    ...["Textual works", "Musical Scores", "Photographs", "Other Graphic Images"].flatMap((kind) =>
      ["–", "-"].flatMap((dash) => [`${kind} ${dash} Print`, `${kind} ${dash} Digital`]),
    ),
    ...["Textual works – Electronic Serials", "Textual works - Electronic Serials", "Microforms"],
    ...["Digital Musical Composition (score-based representations)", "Software", "Software and Video Games"],
    ...["Audio – On Tangible Medium (digital or analog)", "Audio – Media-independent (digital)", "Email"],
    ...["Motion Pictures – Digital and Physical Media", "Video – File-based and Physical Media", "Datasets"],
    ...["Geospatial Data", "Geographic Information System (GIS) - Vector Data", "Databases", "Websites"],
    ...["GIS Raster and Georeferenced Images", "GIS Vector and Raster Combined", "Non-GIS Cartographic"],
    ...["2D and 3D Computer Aided Design", "Design (schematics, architectural drawings) - Print"],
    ...["Scanned 3D Objects (output from photogrammetry scanning)", "Web Archives", "Collection", "Event"],
    ...["Image", "Interactive resource", "Moving image", "Sound", "Still image", "Text", "Physical object"],
    ...["Service", "Mixed", "Other"],
  ].map((name) => name.toUpperCase()),
);

/** Values of `metsHdr/@csip:OAISPACKAGETYPE`. */
export const packageTypes: ReadonlySet<string> = new Set(["SIP", "AIP", "DIP", "AIU", "AIC"]);
