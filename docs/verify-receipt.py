#!/usr/bin/env python3
"""Proves a receipt of Tổng Kết without the program that signed it.

    verify-receipt.py KEY RECEIPT

KEY is the public key in 64 hexadecimal digits, as the page "Kiểm tra biên nhận" and the command
`tongket receipt key` show it; keep it where the receipts are not kept. RECEIPT is the file that was
downloaded, or the text of the square code. Prints what the receipt states and ends with 0; else says
why it proves nothing, and ends with 1.

The signature is Ed25519 (RFC 8032, section 5.1) over every line before it, in UTF-8, each line ended
by one line feed. What follows is that section, written for the reader and not for speed.
"""

import hashlib
import sys

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def main(arguments):
    if len(arguments) != 2:
        return __doc__
    with open(arguments[1], encoding="utf-8") as file:
        lines = [line.strip() for line in file if line.strip()]
    if not lines or lines[0] != "tongket-receipt/1" or not lines[-1].startswith("signature "):
        return "not a receipt of this kind"
    try:
        key = bytes.fromhex(arguments[0].strip())
        signature = bytes.fromhex(lines[-1].removeprefix("signature "))
    except ValueError:
        return "key or signature is not in hexadecimal digits"
    stated = "".join(line + "\n" for line in lines[:-1])
    if len(key) != 32 or len(signature) != 64 or not proves(key, stated.encode(), signature):
        return "the receipt was changed, or signed with another key"
    print(stated + "the signature holds")
    return None


def proves(key, message, signature):
    point, half = decode(key), decode(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if point is None or half is None or scalar >= ORDER:
        return False
    digest = hashlib.sha512(signature[:32] + key + message).digest()
    factor = int.from_bytes(digest, "little") % ORDER
    left = times(scalar, BASE)
    right = add(half, times(factor, point))
    # The same point, in coordinates that may be scaled differently.
    return all((left[i] * right[2] - right[i] * left[2]) % P == 0 for i in (0, 1))


def decode(encoded):
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point, scalar = add(point, point), scalar >> 1
    return result


BASE = decode((4 * pow(5, -1, P) % P).to_bytes(32, "little"))

if __name__ == "__main__":
    problem = main(sys.argv[1:])
    if problem:
        print(problem, file=sys.stderr)
        sys.exit(1)
