import { ogcWords as words } from '../../../data/words/ogc';
import { type Document, linkTo, mediaTypes, ownLinks, type Reader, relations } from './document';

/** The first page: what the service is and where everything lies. */
export function landingDocument(reader: Reader): Document {
  const { lang } = reader;
  const title = words.service[lang];
  const description = `${words.serviceAbout[lang]} ${words.illustration[lang]}`;
  const links = [
    ...ownLinks(reader, mediaTypes.json, words),
    linkTo(reader, 'data', '/collections', mediaTypes.json, words.collections),
    linkTo(reader, 'conformance', '/conformance', mediaTypes.json, words.conformance),
    linkTo(reader, relations.conformance, '/conformance', mediaTypes.json, words.conformance),
    linkTo(reader, 'service-desc', '/api', mediaTypes.openapi, words.api),
    linkTo(reader, 'service-doc', '/api?f=html', mediaTypes.html, words.api),
    linkTo(reader, relations.tilingSchemes, '/tileMatrixSets', mediaTypes.json, words.tilingSchemes),
  ];
  return { title, lines: [description], json: { title, description, links } };
}
