"use strict";
// A key that is typed in lives in this page alone: it is neither stored nor put in a URL.
SwaggerUIBundle({
  url: document.getElementById("docs").dataset.document,
  dom_id: "#docs",
  persistAuthorization: false,
  supportedSubmitMethods: ["get"],
  validatorUrl: null,
});
