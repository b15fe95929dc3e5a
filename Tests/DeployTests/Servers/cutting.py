"""Stands between a client and a server, whatever they speak, and cuts the line when it is told to.

usage: cutting.py CERTIFICATES UPSTREAM-PORT    prints `line PORT`, `control PORT` and `ready 0`; ends with its input

GET /cut/N    from now on all lines are cut when the clients have sent N bytes in all
GET /heal     lines stay as they are
GET /bytes    how many bytes the clients have sent since then
"""

import http.server
import shutil
import socket
import sys
import threading

upstream = int(sys.argv[2])
guard = threading.Lock()
state = {"left": None, "bytes": 0}


def passed(data):
    """The part of what a client sent that goes on."""
    with guard:
        if state["left"] is not None:
            data = data[: state["left"]]
            state["left"] -= len(data)
        state["bytes"] += len(data)
        return data


def close(*ends):
    for end in ends:
        try:
            end.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


def forward(source, target, is_client):
    try:
        while data := source.recv(65536):
            going = passed(data) if is_client else data
            target.sendall(going)
            if len(going) < len(data):
                return close(source, target)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        close(source, target)


def serve():
    while True:
        client, _ = listener.accept()
        with guard:
            is_cut = state["left"] == 0
        if is_cut:
            client.close()
            continue
        server = socket.create_connection(("127.0.0.1", upstream))
        for ends in ((client, server, True), (server, client, False)):
            threading.Thread(target=forward, args=ends, daemon=True).start()


class Control(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        words = self.path.split("/")
        with guard:
            body = str(state["bytes"]).encode()
            if words[1] != "bytes":
                state.update(left=int(words[2]) if words[1] == "cut" else None, bytes=0)
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


listener = socket.create_server(("127.0.0.1", 0), backlog=100)
threading.Thread(target=serve, daemon=True).start()
control = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Control)
threading.Thread(target=control.serve_forever, daemon=True).start()
print(f"line {listener.getsockname()[1]}\ncontrol {control.server_port}\nready 0", flush=True)
sys.stdin.read()
shutil.rmtree(sys.argv[1])
