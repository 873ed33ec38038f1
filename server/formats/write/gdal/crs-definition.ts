import { crsId } from '../../crs/catalogue';
import type { Crs } from '../../crs/crs';

/** The system as GDAL takes it: by its EPSG number, a plane of the city's own by its parameters (WKT 1). */
export function crsDefinition(crs: Crs): string {
  const id = crsId(crs);
  if (/^\d+$/.test(id)) return `EPSG:${id}`;
  return (
    `PROJCS["CGCS2000 / GK CM ${crs.centralMeridian}E",GEOGCS["China Geodetic Coordinate System 2000",` +
    'DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101]],PRIMEM["Greenwich",0],' +
    'UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4490"]],PROJECTION["Transverse_Mercator"],' +
    `PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",${crs.centralMeridian}],` +
    `PARAMETER["scale_factor",${crs.scale}],PARAMETER["false_easting",${crs.falseEasting}],` +
    'PARAMETER["false_northing",0],UNIT["metre",1]]'
  );
}
