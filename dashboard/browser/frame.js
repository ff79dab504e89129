// The frame around a page: name, contents, languages, filters, notices.
import { html, useEffect } from "./vendor/preact-htm.js";
import { Filters } from "./filters.js";

export function Frame({ data, act }) {
  useEffect(() => dress(data), [data.css, data.language]);
  if (data.bare) return null;
  const go = (page) => (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    act("go", { page });
  };
  return html`
    <a class="skip" href="#sheet">${data.skip}</a>
    <header class="frame">
      <a class="brand" href=${root() + data.contents[0].href} title=${data.organisation}
        onClick=${go(data.contents[0].page)}>${data.logo
          ? html`<img src=${root() + data.logo} alt=${data.brand} height="28" />` : data.brand}</a>
      <nav aria-label=${data.contents_label}>
        ${data.contents.map(
          (page) => html`<a key=${page.page} href=${root() + page.href} onClick=${go(page.page)}
            aria-current=${page.here ? "page" : undefined}>${page.title}</a>`,
        )}
      </nav>
      <div class="languages" role="group" aria-label=${data.languages_label}>
        ${data.languages.map(
          (other) => html`<button key=${other.code} type="button" lang=${other.code} title=${other.name}
            aria-label=${other.name} aria-pressed=${other.here ? "true" : "false"}
            onClick=${() => act("language", { code: other.code })}
            >${other.code.toUpperCase()}</button>`,
        )}
      </div>
    </header>
    <${Filters} data=${data.filters} link=${data.link} choose=${(link) => act("choose", { link })} />
    ${data.notices.length > 0 &&
    html`<ul class="notices" role="status">${data.notices.map((text) => html`<li>${text}</li>`)}</ul>`}
  `;
}

// The folder the app is served under: the page's address without the page's own name.
function root() {
  return new URL(".", document.baseURI).pathname;
}

function dress({ css, language }) {
  const style = document.getElementById("look") ?? document.head.appendChild(document.createElement("style"));
  style.id = "look";
  style.textContent = `:root{${css}}`;
  document.documentElement.lang = language;
}
