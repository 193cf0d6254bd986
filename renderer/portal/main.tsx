import { PortalApp } from "./portal-app.tsx";
import { showPage } from "./show-page.tsx";

showPage(<PortalApp />);
