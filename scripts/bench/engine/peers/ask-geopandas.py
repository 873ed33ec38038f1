"""Clusters plots and measures common boundaries with GeoPandas: `ask-geopandas.py <file> <metres>`.

The file holds, one after the other, park (uint32), length (uint32) and WKB of each plot. Prints JSON.
"""
import json
import struct
import sys
import time

import geopandas
import numpy
import shapely
import shapely.wkb
from shapely.strtree import STRtree


def read(path):
    parks, shapes = [], []
    with open(path, "rb") as file:
        while head := file.read(8):
            park, length = struct.unpack("<II", head)
            parks.append(park)
            shapes.append(shapely.wkb.loads(file.read(length)))
    return geopandas.GeoDataFrame({"park": parks}, geometry=shapes)


def meeting(grown, plots):
    """Places of grown plots and of the plots that each meets, by the spatial index, or by Shapely's where there is none."""
    try:
        return plots.sindex.query_bulk(grown, predicate="intersects")
    except ImportError:
        places = {id(shape): place for place, shape in enumerate(plots.geometry)}
        tree = STRtree(list(plots.geometry))
        found = [(a, places[id(b)]) for a, shape in enumerate(grown) for b in tree.query(shape) if b.intersects(shape)]
        return numpy.array(found).T


def pairs_within(plots, metres):
    """Pairs of plots of one park no farther apart than so many metres, each once."""
    a, b = meeting(plots.geometry.buffer(metres), plots)
    parks = plots["park"].to_numpy()
    kept = (a < b) & (parks[a] == parks[b])
    return a[kept], b[kept]


def pieces(plots, metres):
    a, b = pairs_within(plots, metres)
    parent = list(range(len(plots)))

    def find(i):
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, j in zip(a.tolist(), b.tolist()):
        parent[find(i)] = find(j)
    roots = geopandas.pd.DataFrame({"park": plots["park"], "root": [find(i) for i in range(len(plots))]})
    return roots.groupby("park")["root"].nunique().tolist()


def contacts(plots, metres):
    a, b = pairs_within(plots, metres)
    boundaries = plots.geometry.boundary
    left = boundaries.iloc[a].reset_index(drop=True)
    right = boundaries.iloc[b].reset_index(drop=True)
    lengths = left.intersection(right).length.to_numpy()
    kept = lengths > 0
    return numpy.column_stack([a[kept], b[kept], lengths[kept]]).tolist()


def least_of(rounds, work):
    best, answer = None, None
    for _ in range(rounds):
        began = time.perf_counter()
        answer = work()
        took = (time.perf_counter() - began) * 1000
        best = took if best is None else min(best, took)
    return best, answer


plots = read(sys.argv[1])
snap = float(sys.argv[2])
pieces_ms, pieces_found = least_of(2, lambda: pieces(plots, snap))
contacts_ms, contacts_found = least_of(2, lambda: contacts(plots, snap))
json.dump(
    {
        "name": f"GeoPandas {geopandas.__version__}, Shapely {shapely.__version__}",
        "piecesMs": pieces_ms,
        "pieces": pieces_found,
        "contactsMs": contacts_ms,
        "contacts": contacts_found,
    },
    sys.stdout,
)
