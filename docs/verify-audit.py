#!/usr/bin/env python3
"""Proves an exported audit log of Tổng Kết without the program that wrote it.

    verify-audit.py LOG [--anchor POSITION:HEAD ...]

LOG is what `tongket audit export` printed. An anchor is a position and head from a receipt, a
letter, a paper: with one, a log that was cut short or written anew from before it is noticed too.
Prints what was proved and ends with 0; else prints the first line that does not hold, and ends with 1.

Every number is big-endian in 8 bytes, every text UTF-8 behind its length in bytes, every identity 16
bytes behind a 1, or 16 zeros behind a 0 where there is none.
  head before the first event  SHA-256("tongket/1", installation)
  leaf of an event             SHA-256("event/1", id, at, kind, facts, seat, body, campaign)
  head after an event          SHA-256("link/1", head before, position, leaf)
"""

import hashlib
import json
import struct
import sys
import uuid


def main(arguments):
    anchors = {}
    paths = []
    while arguments:
        argument = arguments.pop(0)
        if argument == "--anchor":
            position, _, head = arguments.pop(0).partition(":")
            anchors[int(position)] = head.lower()
        else:
            paths.append(argument)
    if len(paths) != 1:
        return __doc__
    with open(paths[0], encoding="utf-8") as log:
        return verify(log, anchors)


def verify(log, anchors):
    first = json.loads(next(log, "null"))
    if not first or first.get("format") != "tongket-audit/1":
        return "line 1: not an audit log of this kind"
    head = sha(b"tongket/1", uuid.UUID(first["installation"]).bytes)
    position, end = 0, None
    for number, line in enumerate(log, 2):
        if end is not None:
            return f"line {number}: something stands after the end"
        entry = json.loads(line)
        if "id" not in entry:
            end = entry
            continue
        position += 1
        if entry["position"] != position:
            return f"line {number}: position {entry['position']} where {position} should be"
        head = sha(b"link/1", head, struct.pack(">q", position), leaf(entry))
        if entry["head"] != head.hex():
            return f"line {number}: changed, or something before it was"
        if anchors.pop(position, entry["head"]) != entry["head"]:
            return f"line {number}: not the log the anchor was taken from"
    if end is None:
        return "the log has no end: it was cut short"
    if (end["position"], end["head"]) != (position, head.hex()):
        return "the end is not that of the last event"
    if anchors:
        return f"the log ends at {position}, before the anchor at {max(anchors)}: it was cut short"
    print(f"{position} events hold; the head is {head.hex()}")
    return None


def leaf(entry):
    parts = [b"event/1", uuid.UUID(entry["id"]).bytes, struct.pack(">q", entry["at"])]
    for text in (entry["kind"], entry["facts"]):
        parts += [struct.pack(">Q", len(text.encode())), text.encode()]
    for identity in (entry["seat"], entry["body"], entry["campaign"]):
        parts.append(b"\x01" + uuid.UUID(identity).bytes if identity else b"\x00" * 17)
    return sha(*parts)


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


if __name__ == "__main__":
    problem = main(sys.argv[1:])
    if problem:
        print(problem, file=sys.stderr)
        sys.exit(1)
