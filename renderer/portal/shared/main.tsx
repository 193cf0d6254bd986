import { showPage } from "#renderer/portal/show-page.tsx";
import { SharedApp } from "./shared-app.tsx";

showPage(<SharedApp />);
