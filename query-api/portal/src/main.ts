// Where the browser starts.
import { startPortal } from "./portal.ts";

const root = document.getElementById("portal");
if (root) startPortal(root);
