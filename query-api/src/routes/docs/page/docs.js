// Draws the document. To be read only: a page that everybody may open is no place to paste a token into.
globalThis.SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#docs",
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  defaultModelExpandDepth: 2,
  supportedSubmitMethods: [],
  validatorUrl: null,
});
