"""A monitoring server that answers from the recordings, a hypervisor, and servers that misbehave, on loopback.

Started with the folder of the certificates, that of the recordings and that of the hypervisor's answers; prints the name
and port of each listener, then serves until its standard input is closed; then it removes the first folder.
"""

import json
import os
import shutil
import ssl
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

certificates, recordings, hypervisor = sys.argv[1:4]
ANSWERS = []
for name in sorted(os.listdir(f"{recordings}/prometheus")):
    if name[0].isdigit():
        with open(f"{recordings}/prometheus/{name}", encoding="utf-8") as stream:
            ANSWERS.append(json.load(stream))
PASSWORD = "Basic cmVhZGVyOmNsYXZlLWRlLXBydWViYQ=="
TOKEN = "PVEAPIToken=auditor@pve!sitegen=clave-de-prueba-0000"


def recorded(path, query, identity):
    wanted = parse_qs(query)
    for answer in ANSWERS:
        request = answer["request"]
        asked = parse_qs(request["query"])
        if path.endswith("_range"):
            asked, ours = asked.get("query"), wanted.get("query")
        else:
            ours = wanted
        if request["method"] == "GET" and request["path"] == path and asked == ours and request["identity"] == identity:
            return answer["response"]
    return None


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def send(self, status, body, kind="application/json"):
        body = body if isinstance(body, bytes) else body.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        parts = urlsplit(self.path)
        place, _, rest = parts.path.lstrip("/").partition("/")
        getattr(self, f"play_{place}", self.play_unknown)(f"/{rest}", parts.query)

    def play_unknown(self, path, query):
        self.send(404, "404 page not found\n", "text/plain")

    def play_prometheus(self, path, query):
        answer = recorded(path, query, "none")
        if answer is None:
            return self.play_unknown(path, query)
        self.send(answer["status"], answer["body"], dict(answer["headers"]).get("Content-Type", "text/plain"))

    def play_guarded(self, path, query):
        right = self.headers.get("Authorization") == PASSWORD
        answer = recorded(path, query, "basic:reader" if right else "none") if right else None
        if answer is None:
            return self.send(401, "Unauthorized\n", "text/plain")
        self.send(answer["status"], answer["body"])

    def play_proxmox(self, path, query, folder="whole"):
        if self.headers.get("Authorization") != TOKEN:
            return self.send(401, "")
        name = path.removeprefix("/api2/json/").replace("/", "-")
        try:
            with open(f"{hypervisor}/{folder}/{name}.json", "rb") as stream:
                self.send(200, stream.read())
        except FileNotFoundError:
            self.send(403, '{"data":null,"message":"Permission check failed (/nodes/neo, Sys.Audit)\\n"}')

    def play_blind(self, path, query):
        self.play_proxmox(path, query, "blind")

    def play_html(self, path, query):
        self.send(200, "<!doctype html><title>Login</title>token=clave-en-la-pagina", "text/html")

    def play_deep(self, path, query):
        self.send(200, '{"status":"success","data":' + "[" * 100000)

    def play_huge(self, path, query):
        self.send_response(200)
        self.send_header("Content-Length", str(200 << 20))
        self.end_headers()
        try:
            for _ in range(200):
                self.wfile.write(b"[" * (1 << 20))
        except OSError:
            pass

    def play_hang(self, path, query):
        time.sleep(20)

    def play_cut(self, path, query):
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b'{"status":"succ')
        self.close_connection = True


def listen(name, secure):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if secure:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(f"{certificates}/server.pem", f"{certificates}/server.key")
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(name, server.server_address[1], flush=True)


listen("good", True)
listen("plain", False)
print("ready", 0, flush=True)
sys.stdin.read()
shutil.rmtree(certificates, ignore_errors=True)
os._exit(0)
