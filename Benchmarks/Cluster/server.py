"""An API server on loopback that plays many clusters of the size of a rack: server.py CERTIFICATE KEY CLUSTERS.

Each has 40 nodes and 400 workloads, as large as real ones are with their managed fields. The path begins with the
cluster's number. Prints its port, and serves until it is killed.
"""

import json
import socket
import ssl
import sys
import threading

certificate, key, clusters = sys.argv[1], sys.argv[2], int(sys.argv[3])
NOW = "2026-11-20T12:11:40Z"
MANAGED = [
    {"manager": "kubectl-client-side-apply", "operation": "Update", "apiVersion": "apps/v1", "time": NOW,
     "fieldsType": "FieldsV1", "fieldsV1": {f"f:field-{n}": {".": {}, "f:inner": {}} for n in range(40)}}
]


def metadata(name, namespace=None):
    about = {"name": name, "uid": "0" * 36, "labels": {"app.kubernetes.io/name": name}, "managedFields": MANAGED,
             "annotations": {"kubectl.kubernetes.io/last-applied-configuration": "{" + "x" * 800 + "}"}}
    return about | ({"namespace": namespace} if namespace else {})


def node(n):
    kinds = ("MemoryPressure", "DiskPressure", "PIDPressure", "Ready")
    return {
        "metadata": metadata(f"node-{n}"), "spec": {"podCIDR": "10.42.0.0/24"},
        "status": {
            "capacity": {"cpu": "8", "memory": "32614876Ki", "ephemeral-storage": "98831908Ki", "pods": "110"},
            "conditions": [{"type": kind, "status": "True" if kind == "Ready" else "False", "reason": "Kubelet",
                            "lastHeartbeatTime": NOW, "message": "kubelet has a message"} for kind in kinds],
            "nodeInfo": {"kubeletVersion": "v1.35.2", "osImage": "Talos (v1.11.5)", "kernelVersion": "6.12.57-talos",
                         "architecture": "amd64", "containerRuntimeVersion": "containerd://2.1.5"},
            "images": [{"names": [f"registry.example/image-{i}@sha256:" + "a" * 64], "sizeBytes": 1} for i in range(40)],
        },
    }


def workload(n):
    container = {"name": f"app-{n}", "image": f"registry.example/team/app-{n}:1.{n}.0",
                 "env": [{"name": f"VARIABLE_{i}", "value": "value"} for i in range(12)]}
    return {
        "metadata": metadata(f"app-{n}", f"space-{n % 20}"),
        "spec": {"replicas": 2, "template": {"spec": {"containers": [container]}}},
        "status": {"replicas": 2, "readyReplicas": 2, "desiredNumberScheduled": 2, "numberReady": 2},
    }


def listing(kind, items):
    return json.dumps({"kind": kind, "apiVersion": "v1", "metadata": {}, "items": items}).encode()


GROUPS = {"apps": ["deployments", "statefulsets", "daemonsets"], "networking.k8s.io": ["ingresses"]}
DOCUMENTS = {
    "/version": json.dumps({"gitVersion": "v1.35.2"}).encode(),
    "/apis": json.dumps({"kind": "APIGroupDiscoveryList", "items": [
        {"metadata": {"name": group}, "versions": [
            {"version": "v1", "freshness": "Current", "resources": [{"resource": kind} for kind in kinds]}]}
        for group, kinds in GROUPS.items()]}).encode(),
    "/api/v1/nodes": listing("NodeList", [node(n) for n in range(40)]),
    "/apis/apps/v1/deployments": listing("DeploymentList", [workload(n) for n in range(300)]),
    "/apis/apps/v1/statefulsets": listing("StatefulSetList", [workload(n) for n in range(60)]),
    "/apis/apps/v1/daemonsets": listing("DaemonSetList", [workload(n) for n in range(40)]),
    "/apis/networking.k8s.io/v1/ingresses": listing("IngressList", []),
}


def serve(connection, tls):
    try:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection = tls.wrap_socket(connection, server_side=True)
        stream = connection.makefile("rb")
        while line := stream.readline().decode().strip():
            while stream.readline().strip():
                pass
            path = "/" + line.split(" ")[1].split("?")[0].split("/", 2)[2]
            body = DOCUMENTS[path]
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
    except OSError:
        pass


tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
tls.load_cert_chain(certificate, key)
listener = socket.create_server(("127.0.0.1", 0), backlog=64)
print(listener.getsockname()[1], clusters * sum(map(len, DOCUMENTS.values())), flush=True)
while True:
    threading.Thread(target=serve, args=(listener.accept()[0], tls), daemon=True).start()
