import Language
import Nodes

extension Observed {
  /// Takes what may be known of a node: never its addresses, ids, images or annotations.
  mutating func add(node: Node, now: Instant) {
    let item = Item(node)
    guard let name = PlainText.name(item.name) else { return }
    var facts = ObservedNode()
    let labels = node["metadata"]?["labels"]?.entries ?? []
    facts.roles = labels.compactMap { Self.role(in: $0.key) }.sorted()
    facts.readiness = Self.readiness(of: item, now: now)
    facts.isSchedulable = item.spec["unschedulable"]?.boolean != true
    let info = item.status["nodeInfo"]
    facts.kubeletVersion = PlainText.version(info?["kubeletVersion"]?.text)
    facts.osImage = PlainText.product(info?["osImage"]?.text)
    facts.kernelVersion = PlainText.version(info?["kernelVersion"]?.text)
    facts.architecture = PlainText.word(info?["architecture"]?.text)
    facts.runtimeVersion = PlainText.product(info?["containerRuntimeVersion"]?.text)
    let capacity = item.status["capacity"]
    facts.millicores = capacity?["cpu"]?.millicores
    facts.memory = capacity?["memory"]?.bytes
    facts.storage = capacity?["ephemeral-storage"]?.bytes
    for entry in capacity?.entries ?? [] {
      guard let name = Self.device(entry.key), let count = entry.value.bytes, count > 0 else { continue }
      facts.devices[name] = count
    }
    nodes[name] = facts
  }
}

extension Observed {
  private static let rolePrefix = "node-role.kubernetes.io/"

  /// A kubelet that has nothing new to tell does so every five minutes; after three of them it is missed.
  private static let heartbeatWindow = 15 * 60

  private static func role(in label: String) -> String? {
    label.hasPrefix(rolePrefix) ? PlainText.name(String(label.dropFirst(rolePrefix.count))) : nil
  }

  /// Ready, unless it said so too long ago; the controller's own "Unknown" is a kubelet that is gone.
  private static func readiness(of item: Item, now: Instant) -> Readiness? {
    guard let ready = item.condition("Ready") else { return nil }
    guard ready.isTrue == true else { return .notReady }
    guard let heartbeat = ready.heartbeat else { return .unknown }
    return now.seconds - heartbeat.seconds > heartbeatWindow ? .unknown : .ready
  }

  /// The name of an extended resource, such as `gpu.intel.com/i915`: only those have a domain.
  private static func device(_ name: String) -> String? {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, PrivateName.isPublic(host: String(parts[0])),
      let device = PlainText.name(String(parts[1])), device == parts[1]
    else { return nil }
    return name
  }
}
