// Only the element: importing this makes <mingbai-checker> known.

import "./mingbai.js";
