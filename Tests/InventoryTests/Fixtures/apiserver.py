"""API servers on loopback that answer from the recordings, word for word, and fail where the path says so.

Started with the folder of the certificates and that of the recordings; prints the name and port of each cluster's
listener, then serves until its standard input is closed; then it removes the first folder.

A path may begin with /with/SCENARIO: a kubeconfig's server may have a path, so that one listener plays all parts.
"""

import gzip
import json
import os
import shutil
import socket
import ssl
import sys
import threading
import time

certificates, recordings = sys.argv[1:3]
TOKENS = {
    "Bearer token-of-the-reader": "serviceaccount:inventory/reader",
    "Bearer token-without-rights": "serviceaccount:inventory/no-rights",
}
AGGREGATED = "apidiscovery.k8s.io"
counts = {}
lock = threading.Lock()


def count(key):
    with lock:
        counts[key] = counts.get(key, 0) + 1
        return counts[key]


class Cluster:
    def __init__(self, name):
        self.name = name
        self.answers = []
        for file in sorted(os.listdir(f"{recordings}/{name}")):
            if file[0].isdigit():
                with open(f"{recordings}/{name}/{file}", encoding="utf-8") as stream:
                    self.answers.append((file, json.load(stream)))

    def named(self, end):
        return next(answer["response"] for file, answer in self.answers if file.endswith(end))

    def find(self, path, query, identity, accept):
        for file, answer in self.answers:
            request = answer["request"]
            if (request["path"], request["query"], request["identity"]) != (path, query, identity):
                continue
            if AGGREGATED in request["headers"]["Accept"] and AGGREGATED not in accept:
                continue
            if any(mark in file for mark in ("410", "429", "504", "406", "table", "metadata-only")):
                continue
            return answer["response"]
        return None

    def answer(self, path, query, identity, accept):
        exact = self.find(path, query, identity, accept)
        if exact:
            return exact
        # Only nodes and deployments were recorded in small pages: others come in one.
        return self.find(path, "limit=500", identity, accept) or self.forbidden(path, identity) or self.named(
            "fail-404-unserved-group.json"
        )

    def forbidden(self, path, identity):
        if identity == "bad-token":
            return self.named("fail-401-bad-token.json")
        if identity != "serviceaccount:inventory/reader" and path not in ("/version", "/apis"):
            return self.named("fail-403-no-rights-nodes.json")
        return self.find(path, "", "serviceaccount:inventory/reader", "*" + AGGREGATED)


def plain(status, body, kind="text/plain; charset=utf-8", headers=()):
    return {"status": status, "headers": [["Content-Type", kind], *headers], "body": body}


def halved(response):
    """A list with every third of its items."""
    body = json.loads(response["body"])
    body["items"] = body.get("items", [])[::3]
    return {**response, "body": json.dumps(body)}


def staged(scenario, cluster, path, query, accept, key):
    """The answer of a scenario; None for what was recorded, the name of a trick where none is given as it should be."""
    is_list = "limit=" in query or "resourceVersion" in query
    from_memory = "resourceVersion=0" in query
    if scenario == "frozen" and is_list and not from_memory:
        return plain(504, gordito.named("fail-504-store-frozen-timeout-5s.json")["body"])
    if scenario == "frozen-through" and is_list:
        return plain(504, gordito.named("fail-504-store-frozen-timeout-5s.json")["body"])
    if scenario == "lost" and is_list and not from_memory:
        return "close"
    if scenario == "hung" and path.endswith("/nodes") and not from_memory:
        return "mute"
    if scenario == "dead" and is_list:
        return "close"
    if scenario == "gone":
        return "close"
    if scenario in ("drip", "hang", "cut", "huge"):
        return scenario
    if scenario == "half" and is_list:
        return halved(cluster.answer(path, query, "serviceaccount:inventory/reader", accept))
    if scenario == "busy" and is_list and count(key + path) == 1:
        return gordito.named("fail-429-too-many-requests.json")
    if scenario == "expiring" and "continue" in query and count(key + path) == 1:
        return gordito.named("fail-410-expired-continue.json")
    if scenario == "expiring-always" and "continue" in query:
        return gordito.named("fail-410-expired-continue.json")
    if scenario == "endless-pages" and path.endswith("/nodes"):
        page = gordito.named("nodes-limit1-page1.json")
        return page
    if scenario == "one-kind-forbidden" and path.endswith("/deployments"):
        return gordito.named("fail-403-no-rights-deployments.json")
    if scenario == "one-kind-down" and path.endswith("/helmreleases"):
        return gordito.named("fail-503-aggregated-api-down.json")
    if scenario == "one-kind-broken" and path.endswith("/nodes"):
        return plain(200, gordito.named("008-nodes.json")["body"][:-700], "application/json")
    if scenario == "one-kind-cut" and path.endswith("/nodes"):
        return "cut"
    if scenario == "one-kind-500" and path.endswith("/nodes"):
        return plain(500, "panic: runtime error at 10.20.30.40")
    if scenario == "one-kind-bomb" and path.endswith("/deployments"):
        return "bomb"
    if scenario == "one-kind-redirect" and path.endswith("/nodes"):
        return plain(302, "", headers=[["Location", "https://elsewhere.example/"]])
    if scenario == "one-kind-odd" and path.endswith("/nodes"):
        return plain(200, '{"kind": "Status", "status": "Success"}', "application/json")
    if scenario == "repeating" and path == "/api/v1/nodes":
        repeated = {"metadata": {"name": "token"}, "status": {"nodeInfo": {"osImage": "token-of-the-reader"}}}
        return plain(200, json.dumps({"kind": "NodeList", "metadata": {}, "items": [repeated]}), "application/json")
    if scenario == "old" and path == "/apis":
        return gordito.named("discovery-apis-plain.json")
    if scenario == "older" and path == "/apis" and AGGREGATED in accept:
        return gordito.named("fail-406-accept.json")
    if scenario == "secretive" and path == "/apis":
        return gordito.named("fail-403-anonymous.json")
    if scenario == "login":
        return plain(200, "<!doctype html><title>Log in</title>", "text/html")
    if scenario == "elsewhere":
        return plain(302, "", headers=[["Location", "https://elsewhere.example/"]])
    if scenario == "broken":
        return plain(500, "panic: runtime error at 10.20.30.40")
    return None


def identity(headers, peer):
    given = headers.get("authorization")
    if given is not None:
        return TOKENS.get(given, "bad-token")
    return "serviceaccount:inventory/reader" if peer == "client" else "anonymous"


def send(connection, response, zips):
    body = response["body"].encode()
    skipped = ("content-length", "transfer-encoding", "content-encoding", "connection")
    headers = [pair for pair in response["headers"] if pair[0].lower() not in skipped]
    # As the real server does with large answers.
    if zips and len(body) > 10_000:
        body = gzip.compress(body, 1)
        headers.append(["Content-Encoding", "gzip"])
    head = f"HTTP/1.1 {response['status']} Said\r\nTransfer-Encoding: chunked\r\n"
    head += "".join(f"{name}: {value}\r\n" for name, value in headers) + "\r\n"
    connection.sendall(head.encode())
    for start in range(0, len(body), 4000):
        piece = body[start : start + 4000]
        connection.sendall(b"%x\r\n" % len(piece) + piece + b"\r\n")
    connection.sendall(b"0\r\n\r\n")


def trick(connection, kind):
    if kind == "mute":
        time.sleep(30)
    if kind == "drip":
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n")
        for _ in range(300):
            connection.sendall(b" ")
            time.sleep(0.1)
    if kind == "hang":
        connection.sendall(b'HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{"kind": "NodeList", ')
        time.sleep(30)
    if kind == "huge":
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 209715200\r\n\r\n")
        for _ in range(200):
            connection.sendall(b"[" * (1 << 20))
    if kind == "cut":
        connection.sendall(b'HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{"kind": "NodeList", ')
    if kind == "bomb":
        zeros = gzip.compress(b" " * (40 << 20), 1)
        head = f"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {len(zeros)}\r\n\r\n"
        connection.sendall(head.encode() + zeros)


def serve(connection, tls, cluster):
    try:
        connection.settimeout(30)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection = tls.wrap_socket(connection, server_side=True)
        subject = (connection.getpeercert() or {}).get("subject", ())
        peer = dict(pair[0] for pair in subject).get("commonName")
        stream = connection.makefile("rb")
        while line := stream.readline().decode("latin-1").strip():
            target = line.split(" ")[1]
            headers = {}
            while field := stream.readline().decode("latin-1").strip():
                name, value = field.split(":", 1)
                headers[name.lower()] = value.strip()
            path, _, query = target.partition("?")
            scenario, key = "", ""
            if path.startswith("/with/"):
                _, _, scenario, key, rest = path.split("/", 4)
                path = "/" + rest
            accept = headers.get("accept", "")
            response = staged(scenario, cluster, path, query, accept, key)
            if response is None:
                response = cluster.answer(path, query, identity(headers, peer), accept)
            if isinstance(response, str):
                trick(connection, response)
                break
            send(connection, response, "gzip" in headers.get("accept-encoding", ""))
    except (OSError, ValueError):
        pass
    finally:
        connection.close()


def listen(cluster, name=None, certificate="server"):
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(f"{certificates}/{certificate}.pem", f"{certificates}/{certificate}.key")
    tls.verify_mode = ssl.CERT_OPTIONAL
    tls.load_verify_locations(f"{certificates}/authority.pem")
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    print(name or cluster.name, listener.getsockname()[1], flush=True)

    def accept():
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=serve, args=(connection, tls, cluster), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()


gordito = Cluster("gordito")
for played in (gordito, Cluster("data"), Cluster("talos")):
    listen(played)
for doubtful in ("other", "expired", "lone"):
    listen(gordito, doubtful, doubtful)
print("ready", 0, flush=True)
sys.stdin.read()
shutil.rmtree(certificates, ignore_errors=True)
os._exit(0)
