export { PathLayer, PolygonLayer, ScatterplotLayer, TextLayer } from '@deck.gl/layers';
