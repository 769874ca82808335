#!/usr/bin/python3
"""Makes means.csv beside itself: what NumPy 1.24 gives for pictures that are reduced in linear values.

Each pixel is the mean of the samples under it, parts of samples by their area, without those that
hold no data. Sums are exact integers. The curve is that of MeanPictureTest: shadows at 0.01 of
65,535, midtones 0.05; levels are rounded to the nearest. Levels are checked by the CRC-32 of their
planes, one behind the other.
"""
import os
import zlib

import numpy as np
from PIL import Image

HERE = os.path.dirname(os.path.abspath(__file__))
MOST = {'U8': 255, 'S16': 32767}
TURNS = [lambda a: a, np.fliplr, lambda a: np.rot90(a, 2), np.flipud, np.transpose, lambda a: np.rot90(a, -1),
         lambda a: np.rot90(a, 2).T, np.rot90]


def noise(w, h, c):
    x = np.arange(w, dtype=np.uint32)[None, :]
    y = np.arange(h, dtype=np.uint32)[:, None]
    n = x * np.uint32(0x9E3779B1) ^ y * np.uint32(0x85EBCA77) ^ np.uint32(c * 0xC2B2AE3D & 0xFFFFFFFF)
    n ^= n >> np.uint32(15)
    n *= np.uint32(0x2C1B3C6D)
    return (((n >> np.uint32(20)) + x * np.uint32(9) + y * np.uint32(5)) & np.uint32(0xFFFF)).astype(np.uint16)


def size(w, h, n):
    """As Pillow's Image.thumbnail, see thumbnail-sizes.csv."""
    image = Image.new('L', (w, h))
    image.thumbnail((n, n), Image.NEAREST)
    return image.size


def overlap(length, count):
    """Overlap of each share with each pixel, in units of 1 / count pixels."""
    share, pixel = np.arange(count)[:, None], np.arange(length)[None, :]
    low = np.maximum(share * length, pixel * count)
    return np.maximum(np.minimum((share + 1) * length, (pixel + 1) * count) - low, 0).astype(np.int64)


def row(kind, holes, channels, exif, w, h, n):
    crc = 0
    for c in range(channels):
        a = noise(w, h, c).astype(np.int64)
        if kind in MOST:
            a &= MOST[kind]
        valid = (a % 11 != 0) | (not holes)  # 11 is BLANK
        if holes:
            valid[:h // 3, :w // 3] = False
        a, valid = TURNS[exif - 1](a), TURNS[exif - 1](valid)
        tw, th = size(a.shape[1], a.shape[0], n)
        ys, xs = overlap(a.shape[0], th), overlap(a.shape[1], tw)
        sums = ys @ (a * valid) @ xs.T
        weights = ys @ valid.astype(np.int64) @ xs.T
        mean = sums / np.maximum(weights, 1)
        d = (np.clip(mean / 65535, 0.01, 1) - 0.01) / 0.99
        seen = (0.05 - 1) * d / ((2 * 0.05 - 1) * d - 0.05)
        levels = np.where(weights > 0, seen * 255 + 0.5, 0).astype(np.uint8)
        crc = zlib.crc32(levels.tobytes(), crc)
    return [kind, holes, channels, exif, w, h, n, tw, th, crc]


with open(os.path.join(HERE, 'means.csv'), 'w') as out:
    for kind in ['U8', 'S16', 'U16', 'S32', 'U32', 'S64', 'U64', 'F32', 'F64']:
        for holes in [False, True]:
            for shape in [(1, 1, 800), (301, 200, 77), (1000, 700, 500), (640, 480, 160), (37, 1200, 800)]:
                print(*row(kind, holes, 1, 1, *shape), sep=',', file=out)
    for exif in range(1, 9):
        for holes in [False, True]:
            print(*row('U16', holes, 3, exif, 503, 301, 100), sep=',', file=out)
    for shape in [(10, 12000, 5), (12000, 10, 5), (1601, 1203, 1), (1601, 1203, 3), (3001, 2003, 800)]:
        print(*row('F32', True, 1, 1, *shape), sep=',', file=out)
