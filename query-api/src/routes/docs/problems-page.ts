// /docs/problems: what each kind of error means and what to do about it, from the one list that the answers are made from.
import { problemKinds } from "../../problem-kinds.ts";

/** All of it is our own text, but an & of ours must not become a character either. */
const text = (words: string): string =>
  words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

export const problemsPage = (): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Errors of the Audit Log API</title>
    <link rel="icon" href="icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="docs.css" />
  </head>
  <body>
    <header class="bar">
      <a class="name" href="../docs">Audit Log API</a>
      <nav>
        <a href="../docs">Operations</a>
        <a href="problems" aria-current="page">Errors</a>
        <a href="../v3/filter-fields">Filter fields</a>
        <a href="../v3/catalogue">Catalogue</a>
        <a href="../openapi.json">openapi.json</a>
      </nav>
    </header>
    <main class="problems">
      <h1>Errors</h1>
      <p>
        Every error is problem details (RFC 9457): <code>type</code> is one of the kinds below, or <code>about:blank</code> where the status
        says all; <code>detail</code> says what is wrong with this request, <code>errors</code> with which parameter. The fields of the published
        API v2, <code>message</code>, <code>path</code>, <code>status</code> and <code>timestamp</code>, are always there.
      </p>
${Object.entries(problemKinds)
  .map(
    ([kind, { status, title, about }]) => `      <section id="${kind}">
        <h2>${text(title)} <span>${status}</span> <a href="#${kind}">${kind}</a></h2>
        <p>${text(about)}</p>
      </section>`,
  )
  .join("\n")}
    </main>
  </body>
</html>
`;
