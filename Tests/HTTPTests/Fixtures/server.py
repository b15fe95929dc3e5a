"""Servers on loopback that behave as the first part of the path names, well or badly.

Started with the folder of the certificates; prints the name and port of each listener, then serves until its standard
input is closed; then it removes that folder.
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

folder = sys.argv[1]
counts = {}
lock = threading.Lock()


def count(key):
    with lock:
        counts[key] = counts.get(key, 0) + 1
        return counts[key]


def context(name, wants_client=False):
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(f"{folder}/{name}.pem", f"{folder}/{name}.key")
    if wants_client:
        made.verify_mode = ssl.CERT_REQUIRED
        made.load_verify_locations(f"{folder}/authority.pem")
    return made


def read_request(stream):
    line = stream.readline().decode("latin-1")
    if not line.strip():
        return None
    method, target, _ = line.split(" ", 2)
    headers = []
    while (line := stream.readline().decode("latin-1").rstrip("\r\n")) != "":
        name, value = line.split(":", 1)
        headers.append([name, value.strip()])
    length = int(dict((n.lower(), v) for n, v in headers).get("content-length", "0"))
    return {"method": method, "target": target, "headers": headers, "body": stream.read(length).decode("latin-1")}


def answer(connection, status, body, headers=()):
    head = f"HTTP/1.1 {status} Said\r\nContent-Length: {len(body)}\r\nDate: Fri, 20 Nov 2026 12:12:00 GMT\r\n"
    head += "".join(f"{name}: {value}\r\n" for name, value in headers)
    connection.sendall(head.encode() + b"\r\n" + body)


def misbehave(connection, words):
    """Whatever does not answer as it should; true when the connection is done with."""
    kind = words[0]
    if kind == "never":
        time.sleep(30)
    elif kind == "close":
        pass
    elif kind == "half":
        connection.shutdown(socket.SHUT_WR)
        time.sleep(30)
    elif kind == "rubbish":
        connection.sendall(b"I am no web server\r\n")
    elif kind == "cut":
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n0123456789")
    elif kind == "hang":
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n0123456789")
        time.sleep(30)
    elif kind == "drip":
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        for _ in range(1000):
            connection.sendall(b"x")
            time.sleep(0.05)
    elif kind == "endless":
        connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while True:
            connection.sendall(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")
    elif kind == "head":
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        for index in range(100_000):
            connection.sendall(b"X-Filler-%d: " % index + b"x" * 1000 + b"\r\n")
    else:
        return False
    return True


def behave(connection, request, words, peer, number):
    kind = words[0]
    if kind == "bomb":
        body = gzip.compress(b"\0" * (8 << 20))
        answer(connection, 200, body, [("Content-Encoding", "gzip")])
    elif kind == "zipped":
        answer(connection, 200, gzip.compress(b"unpacked"), [("Content-Encoding", "gzip")])
    elif kind == "redirect":
        answer(connection, 302, b"", [("Location", "https://elsewhere.example/")])
    elif kind == "flaky":  # /flaky/COUNT/STATUS/KEY[/RETRY-AFTER]
        seen = count(words[3])
        extra = [("Retry-After", words[4].replace("_", " "))] if len(words) > 4 else []
        if seen <= int(words[1]):
            answer(connection, int(words[2]), b"not yet", extra)
        else:
            answer(connection, 200, b"attempt %d" % seen)
    elif kind == "status":
        answer(connection, int(words[1]), b"")
    else:
        told = dict(request, connection=number, peer=peer)
        answer(connection, 200, b"" if request["method"] == "HEAD" else json.dumps(told).encode())


def serve(connection, tls):
    number = count("connections")
    try:
        connection.settimeout(30)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if tls:
            connection = tls.wrap_socket(connection, server_side=True)
        peer = dict(pair[0] for pair in (connection.getpeercert() or {}).get("subject", ())) if tls else {}
        stream = connection.makefile("rb")
        while request := read_request(stream):
            words = request["target"].lstrip("/").split("?")[0].split("/")
            if words[0] == "reset":
                count("reset")
            if misbehave(connection, words):
                break
            behave(connection, request, words, peer, number)
    except (OSError, ValueError):
        pass
    finally:
        connection.close()


def slam(connection, tls):
    connection = tls.wrap_socket(connection, server_side=True)
    connection.recv(100)
    connection.close()


def stay_mute(connection, _):
    time.sleep(30)


def relay(connection, _):
    """A proxy that lets everything through to loopback, whatever the name."""
    stream = connection.makefile("rb", buffering=0)
    request = read_request(stream)
    count("proxied")
    target = socket.create_connection(("127.0.0.1", int(request["target"].rsplit(":", 1)[1])))
    connection.sendall(b"HTTP/1.1 200 Connected\r\nX-Proxy: here\r\n\r\n")

    def pump(source, drain):
        try:
            while piece := source.recv(65536):
                drain.sendall(piece)
        except OSError:
            pass

    threading.Thread(target=pump, args=(target, connection), daemon=True).start()
    pump(connection, target)


def refuse(connection, _):
    read_request(connection.makefile("rb", buffering=0))
    connection.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
    connection.close()


def listen(name, handler, tls=None):
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    print(name, listener.getsockname()[1], flush=True)

    def accept():
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=handler, args=(connection, tls), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()


listen("good", serve, context("server"))
listen("mutual", serve, context("server", wants_client=True))
listen("other", serve, context("other"))
listen("expired", serve, context("expired"))
listen("lone", serve, context("lone"))
listen("plain", serve)
listen("mute", stay_mute)
listen("slamming", slam, context("server"))
listen("proxy", relay)
listen("refusing-proxy", refuse)
print("ready", 0, flush=True)
sys.stdin.read()
shutil.rmtree(folder, ignore_errors=True)
os._exit(0)
