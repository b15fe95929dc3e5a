"""Stands between a client and a server and fails when it is told to.

usage: faulty.py CERTIFICATES UPSTREAM-PORT    prints `proxy PORT` and `ready 0`; ends with its input

GET /__fail/N/MODE    from now on the first N requests are passed on and all others fail:
    before      the connection ends before the server has seen the request
    after       the connection ends when the server has done what was asked
    busy        503, and the server has not seen the request
    backwards   all answers come, but lists of objects in an order of their own
GET /__heal           all requests are passed on
GET /__requests       the requests since then, one a line
"""

import http.client
import http.server
import re
import shutil
import socket
import sys
import threading

upstream = int(sys.argv[2])
guard = threading.Lock()
state = {"passes": None, "mode": "", "requests": []}
own = threading.local()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def serve(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path.startswith("/__"):
            return self.obey(self.path.split("/"))
        with guard:
            state["requests"].append(f"{self.command} {self.path}")
            fails = state["passes"] is not None and len(state["requests"]) > state["passes"]
            mode = state["mode"]
        if fails and mode == "before":
            return self.hang_up()
        if fails and mode == "busy":
            return self.answer(503, [], b"")
        connection = http.client.HTTPConnection("127.0.0.1", upstream)
        connection.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
        for name, value in self.headers.items():
            connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        if fails and mode == "backwards":
            items = re.findall(rb"<Contents>.*?</Contents>", content, re.S)
            backwards = iter(items[::-1])
            content = re.sub(rb"<Contents>.*?</Contents>", lambda _: next(backwards), content, flags=re.S)
        elif fails:
            return self.hang_up()
        length = [("Content-Length", answer.getheader("Content-Length") or "0")] if self.command == "HEAD" else None
        self.answer(answer.status, answer.getheaders(), content, length)

    def obey(self, words):
        with guard:
            if words[1] == "__requests":
                text = "\n".join(state["requests"])
            else:
                text = ""
                state["requests"] = []
                state["passes"] = int(words[2]) if words[1] == "__fail" else None
                state["mode"] = words[3] if words[1] == "__fail" else ""
        self.answer(200, [], text.encode())

    def answer(self, status, headers, content, length=None):
        self.send_response_only(status)
        for name, value in headers:
            if name.lower() not in ("content-length", "transfer-encoding", "connection"):
                self.send_header(name, value)
        for name, value in length or [("Content-Length", str(len(content)))]:
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def hang_up(self):
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    do_GET = do_HEAD = do_PUT = do_POST = do_DELETE = serve

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_):
        pass


server = Server(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(f"proxy {server.server_port}\nready 0", flush=True)
sys.stdin.read()
shutil.rmtree(sys.argv[1])
