// The staff console's script. Every page works without it; it saves reloads and serves the keyboard.
import "./js/server.js";
import "./js/dialogs.js";
import "./js/keys.js";
import "./js/lists.js";
import "./js/selection.js";
import "./js/search.js";
import "./js/focus.js";
import "./js/busy.js";
import "./js/toasts.js";
import "./js/small.js";
import "./js/session.js";
import "./js/till.js";

document.documentElement.classList.add("js");
