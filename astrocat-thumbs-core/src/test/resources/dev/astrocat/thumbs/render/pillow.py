#!/usr/bin/python3
"""Makes pillow.csv and thumbnail-sizes.csv beside itself: what Pillow 9.4 and NumPy 1.24 give.

The pictures come from a formula, TestNoise in Java. Levels are checked by the CRC-32 of their
planes, one behind the other.
"""
import os
import zlib

import numpy as np
from PIL import Image

HERE = os.path.dirname(os.path.abspath(__file__))


def noise(w, h, c):
    x = np.arange(w, dtype=np.uint32)[None, :]
    y = np.arange(h, dtype=np.uint32)[:, None]
    n = x * np.uint32(0x9E3779B1) ^ y * np.uint32(0x85EBCA77) ^ np.uint32(c * 0xC2B2AE3D & 0xFFFFFFFF)
    n ^= n >> np.uint32(15)
    n *= np.uint32(0x2C1B3C6D)
    return (((n >> np.uint32(20)) + x * np.uint32(9) + y * np.uint32(5)) & np.uint32(0xFFFF)).astype(np.uint16)


def stf(a):
    d = a.astype(np.float64)
    d = (d - d.min()) / (d.max() - d.min())
    median = np.median(d)
    mad = np.median(abs(d - median))
    c0 = max(0, median - 1.25 * mad)
    d = (np.clip(d, c0, 1) - c0) / (1 - c0)
    x = np.median(d)
    m = x * 0.75 / (x + 0.25 - 0.5 * x) if 0 < x < 1 and x != 0.25 else 0.5
    d = (m - 1) * d / ((2 * m - 1) * d - m)
    return (np.clip(d, 0, 1) * 255).astype(np.uint8)


TURNS = [None, Image.FLIP_LEFT_RIGHT, Image.ROTATE_180, Image.FLIP_TOP_BOTTOM, Image.TRANSPOSE,
         Image.ROTATE_270, Image.TRANSVERSE, Image.ROTATE_90]


def row(kind, stretch, channels, exif, w, h, n):
    crc = 0
    for c in range(channels):
        a = noise(w, h, c)
        if stretch == 'astrocat':
            a = stf(a.astype(np.float32) * np.float32(2 ** -16) if kind == 'F32' else a)
        else:
            a = (a & 255 if kind == 'U8' else a >> 8).astype(np.uint8)
        image = Image.fromarray(a)
        if exif > 1:
            image = image.transpose(TURNS[exif - 1])
        image.thumbnail((n, n), Image.LANCZOS)  # its reducing_gap is 2.0
        crc = zlib.crc32(image.tobytes(), crc)
    return [kind, stretch, channels, exif, w, h, n, image.size[0], image.size[1], crc]


SHAPES = [(1, 1, 800), (5, 3, 800), (800, 800, 800), (801, 800, 800), (800, 801, 800),
          (1600, 1600, 800), (1601, 1599, 800), (1936, 1096, 800), (3001, 2003, 800),
          (2503, 4001, 800), (12000, 10, 800), (10, 12000, 800), (4111, 37, 800), (500, 333, 64),
          (1027, 769, 100), (129, 128, 128), (257, 511, 128), (1999, 1201, 199), (700, 700, 33)]
rows = [row('U8', 'none', 1, 1, *s) for s in SHAPES]
rows += [row('U16', 'none', 1, 1, *s) for s in SHAPES]
rows += [row('U16', 'astrocat', 1, 1, *s) for s in SHAPES[2:]]
rows += [row('F32', 'astrocat', 1, 1, *s) for s in SHAPES[2:]]
rows += [row('U8', 'none', 3, 1, *s) for s in SHAPES[::3] + [(3001, 2003, 800), (40, 30, 800)]]
for exif in range(1, 9):
    for s in [(1027, 769, 100), (1003, 2003, 333), (333, 334, 333), (50, 40, 800)]:
        rows.append(row('U8', 'none', 1, exif, *s))
        rows.append(row('F32', 'astrocat', 1, exif, *s))

rng = np.random.default_rng(5)
sizes = [(800, 800, 800), (801, 800, 800), (800, 801, 800), (799, 801, 800), (12000, 10, 800),
         (10, 12000, 800), (12000, 1, 800), (1, 12000, 800), (1601, 2, 800), (6248, 4176, 800),
         (9576, 6388, 800), (6000, 4000, 800), (1936, 1096, 800), (3000, 3000, 800), (1, 1, 1),
         (2, 1, 1), (3, 2, 1), (1048560, 200, 800), (7, 5, 3), (5, 7, 3), (1000, 999, 16384),
         (16385, 3, 16384)]
sizes += [tuple(map(int, s)) for s in zip(rng.integers(1, 9000, 30), rng.integers(1, 9000, 30),
                                          rng.choice([64, 320, 800, 1600], 30))]
thumbnails = []
for w, h, n in sizes:
    image = Image.new('L', (w, h))
    image.thumbnail((n, n), Image.NEAREST)
    thumbnails.append([w, h, n, *image.size])

for name, table in ('pillow.csv', rows), ('thumbnail-sizes.csv', thumbnails):
    with open(os.path.join(HERE, name), 'w') as f:
        f.writelines(','.join(map(str, r)) + '\n' for r in table)
    print(name, len(table))
