#!/usr/bin/env python3
"""Times what a person sees of the board, in a pseudo-terminal of 200 by 60.

usage: terminal.py PROGRAM WORKSPACE [RUNS] [OPTION...]

Prints, as the least and the median of RUNS (default 9) in milliseconds since the program was started: the first
frame (the first text drawn), the journeys (the first frame with the whole board), and the overlay (the first
frame with counted rows). Then the words: `]` goes to the touchpoint that hurts most, Enter and `4` open its
customers' own words; how long until they stand there, of the first touchpoint and, by `]` again, of the nine
that follow. OPTIONs go to the program, such as `--no-cache`. Unix alone.
"""
import fcntl
import os
import pty
import re
import select
import statistics
import struct
import sys
import termios
import time

ESCAPES = re.compile(rb"\x1b(\[[0-9;?<>=]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|.)")
PATIENCE = 120.0


class Session:
    def __init__(self, program, workspace, options):
        self.begun = time.perf_counter()
        pid, self.terminal = pty.fork()
        if pid == 0:
            os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8", POTHOLE_STATE="off", POTHOLE_CONFIG="off")
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 60, 200, 0, 0))
            os.execv(program, [program, *options, workspace])
        self.pid = pid
        self.raw = b""

    def more(self, patience):
        ready, _, _ = select.select([self.terminal], [], [], patience)
        if not ready:
            return False
        try:
            self.raw += os.read(self.terminal, 1 << 16)
        except OSError:
            return False
        return True

    def text(self):
        return ESCAPES.sub(b"", self.raw)

    def wait(self, holds):
        """The moment at which what has been drawn holds true."""
        while not holds(self.text()):
            if not self.more(PATIENCE):
                raise SystemExit(f"waited in vain; the screen got: {self.text()[-2000:]!r}")
        return time.perf_counter()

    def settle(self, quiet=0.25):
        """The moment of the last output before the terminal is quiet."""
        last = time.perf_counter()
        while self.more(quiet):
            last = time.perf_counter()
        return last

    def press(self, keys):
        self.raw = b""
        os.write(self.terminal, keys)
        return time.perf_counter()

    def leave(self):
        os.write(self.terminal, b"\x03")
        while self.more(1.0):
            pass
        os.waitpid(self.pid, 0)
        os.close(self.terminal)


def once(program, workspace, options):
    session = Session(program, workspace, options)
    since = lambda moment, start=session.begun: (moment - start) * 1e3
    found = {}
    found["first frame"] = since(session.wait(lambda text: text.strip()))
    found["journeys"] = since(session.wait(lambda text: b"rows" in text))
    while b"mapped," not in session.text():
        # A workspace without feedback shows no rows.
        if not session.more(PATIENCE if b"reading" in session.text()[-4000:] else 2.0):
            session.leave()
            return found
    found["overlay"] = since(time.perf_counter())
    session.settle()
    session.press(b"]")
    session.settle()
    pressed = session.press(b"\r4")
    found["first words"] = since(session.settle(), pressed)
    others = []
    for _ in range(9):
        pressed = session.press(b"]")
        others.append(since(session.settle(), pressed))
    found["next words, most of nine"] = max(others)
    session.leave()
    return found


def main():
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    program, workspace = os.path.abspath(sys.argv[1]), sys.argv[2]
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 9
    all_found = [once(program, workspace, sys.argv[4:]) for _ in range(runs)]
    for name in all_found[0]:
        times = sorted(found[name] for found in all_found)
        print(f"{name}: {times[0]:.1f} ms, median {statistics.median(times):.1f} ms")


if __name__ == "__main__":
    main()
