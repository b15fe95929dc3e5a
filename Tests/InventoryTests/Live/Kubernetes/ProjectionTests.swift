import Diagnostics
import Language
import Nodes
import Testing

@testable import Inventory

@Suite("what is taken from an object")
struct ProjectionTests {
  private func taking(_ text: String, _ take: (inout Observed, Node) -> Void) throws -> Observed {
    var facts = Observed()
    take(&facts, try JSON.read(Source(path: "object", bytes: Array(text.utf8))))
    return facts
  }

  @Test(
    "is nothing when the object is empty, or anything but what it should be",
    arguments: ["{}", "[]", "7", "null"])
  func nothing(text: String) throws {
    let facts = try taking(text) { facts, node in
      for kind in ResourceKind.lanes.joined() where kind.group != "longhorn.io" {
        kind.project(node, &facts, Recordings.now)
      }
    }
    #expect(facts == Observed())
  }

  @Test("is what there is when nothing was ever reported")
  func withoutStatus() throws {
    let facts = try taking(#"{"metadata": {"name": "new"}}"#) { $0.add(node: $1, now: Recordings.now) }
    var node = ObservedNode()
    node.isSchedulable = true
    #expect(facts.nodes == ["new": node])
    let workload = try taking(#"{"metadata": {"name": "a", "namespace": "b"}}"#) {
      $0.add(workload: $1, .deployment)
    }
    #expect(workload.workloads["deployment/b/a"]?.desired == 1)
    #expect(workload.workloads["deployment/b/a"]?.ready == 0)
  }

  @Test(
    "is a node's readiness only as long as its last word is fresh",
    arguments: [(899, Readiness.ready), (901, .unknown)])
  func heartbeats(age: Int, readiness: Readiness) throws {
    let heartbeat = Recordings.now.adding(seconds: -age).rfc3339
    let text = """
      {"metadata": {"name": "n"}, "status": {"conditions": [
        {"type": "Ready", "status": "True", "lastHeartbeatTime": "\(heartbeat)"}]}}
      """
    #expect(try taking(text) { $0.add(node: $1, now: Recordings.now) }.nodes["n"]?.readiness == readiness)
  }

  @Test("is a device only by the name of an extended resource")
  func devices() throws {
    let text = """
      {"metadata": {"name": "n"}, "status": {"capacity": {"cpu": "1500m", "memory": "512M", "pods": "110",
        "hugepages-2Mi": "4", "nvidia.com/gpu": "2", "gpu.intel.com/i915": "0", "gpu.lan/secret": "1",
        "devices.kubevirt.io/kvm": "1k"}}}
      """
    let node = try taking(text) { $0.add(node: $1, now: Recordings.now) }.nodes["n"]
    #expect(node?.devices == ["nvidia.com/gpu": 2, "devices.kubevirt.io/kvm": 1000])
    #expect(node?.millicores == 1500)
    #expect(node?.memory == 512_000_000)
  }

  @Test(
    "is how many copies a volume of Longhorn gets, for one engine or for each",
    arguments: ["3", #"{"v1":"3","v2":"1"}"#])
  func replicas(value: String) throws {
    let setting: Node = ["metadata": ["name": "default-replica-count"], "value": Node(value)]
    var facts = Observed()
    facts.add(longhornSetting: setting)
    #expect(facts.storage["longhorn"]?.replicas == 3)
  }

  @Test("is the GitOps tool that has something to do, and the network plugin by its agent")
  func derived() {
    var facts = Observed()
    facts.deliveries["application/argocd/root"] = ObservedDelivery()
    facts.nodes["n"] = ObservedNode()
    facts.workloads["daemonset/calico-system/calico-node"] = ObservedWorkload()
    facts.workloads["daemonset/kube-system/kube-proxy"] = ObservedWorkload()
    let installed = ["argocd", "flux"]
    var cluster = ObservedCluster(of: facts, version: nil, installed: installed, knowsDaemonSets: true)
    #expect(cluster.gitops == "argocd")
    #expect(cluster.cni == "calico")
    #expect(cluster.kubeProxy == .present)
    #expect(cluster.distribution == "kubernetes")
    facts.workloads = [:]
    facts.deliveries = [:]
    cluster = ObservedCluster(of: facts, version: nil, installed: installed, knowsDaemonSets: true)
    #expect(cluster.gitops == nil)
    #expect(cluster.kubeProxy == .absent)
    cluster = ObservedCluster(of: facts, version: nil, installed: ["flux"], knowsDaemonSets: false)
    #expect(cluster.gitops == "flux")
    #expect(cluster.kubeProxy == nil)
  }
}
