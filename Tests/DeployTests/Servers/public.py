"""Serves a folder as the public would see it, and takes orders to forget.

usage: public.py CERTIFICATES FOLDER    prints `public PORT` and `ready 0`; ends with its input

GET /__lag/N          the next N answers are 404, as of a cache that lags behind
GET /__orders         the orders so far: method, path, token and body, one a line
POST /purge           an order; refused without `Authorization: Bearer s3cr3to`
"""

import functools
import http.server
import shutil
import sys
import threading

state = {"lag": 0, "orders": []}


class Handler(http.server.SimpleHTTPRequestHandler):
    def do_GET(self):
        if self.path.startswith("/__lag/"):
            state["lag"] = int(self.path.split("/")[2])
            return self.answer(200, b"")
        if self.path == "/__orders":
            return self.answer(200, "\n".join(state["orders"]).encode())
        if state["lag"] > 0:
            state["lag"] -= 1
            return self.answer(404, b"not yet")
        return super().do_GET()

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        token = self.headers.get("Authorization", "")
        state["orders"].append(f"POST {self.path} {token} {body}")
        if token != "Bearer s3cr3to":
            return self.answer(403, f'{{"success":false,"errors":["{token} is unknown"]}}'.encode())
        self.answer(200, b'{"success":true}')

    def do_PURGE(self):
        state["orders"].append(f"PURGE {self.path} {self.headers.get('X-Key', '')}")
        self.answer(200, b"")

    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=sys.argv[2]))
threading.Thread(target=server.serve_forever, daemon=True).start()
print(f"public {server.server_port}\nready 0", flush=True)
sys.stdin.read()
shutil.rmtree(sys.argv[1])
