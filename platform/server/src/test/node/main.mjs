// All of it, one after the other; each script can also be run alone.
import "./conformance.mjs";
import "./settings.mjs";
import "./rights.mjs";
import "./plugins.mjs";
import "./tools.mjs";
import "./coverage.mjs";
