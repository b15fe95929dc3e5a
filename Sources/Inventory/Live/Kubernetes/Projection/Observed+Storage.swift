import Language
import Nodes

extension Observed {
  /// Takes what may be known of a CloudNativePG Cluster: never its certificates, services, instances or backups' place.
  mutating func add(postgres: Node) {
    let item = Item(postgres)
    guard let key = PlainText.name(of: item) else { return }
    var facts = ObservedDatabase()
    facts.engine = "postgresql"
    facts.instances = item.spec["instances"]?.count ?? item.status["instances"]?.count
    facts.ready = item.status["readyInstances"]?.count ?? 0
    facts.phase = PlainText.phrase(item.status["phase"]?.text)
    // The tag begins with the version: 17.5-standard-bookworm. Images of a catalog have no name here.
    let tag = ObservedImage(reference: item.spec["imageName"]?.text)?.tag
    facts.version = tag.flatMap { PlainText.version(String($0.prefix { $0 != "-" })) }
    let major = facts.version.flatMap { Int($0.prefix { $0 != "." }) }
    facts.major = major ?? item.spec["imageCatalogRef"]?["major"]?.count
    facts.storage = item.spec["storage"]?["size"]?.bytes
    facts.lastBackup = item.status["lastSuccessfulBackup"]?.text.flatMap { Instant(rfc3339: $0) }
    facts.isArchiving = item.condition("ContinuousArchiving")?.isTrue
    databases[key] = facts
  }

  /// Counts a volume of Longhorn; its name is the id of a claim, and is not taken.
  mutating func add(longhornVolume volume: Node) {
    let item = Item(volume)
    changeLonghorn { facts in
      facts.volumes = (facts.volumes ?? 0) + 1
      facts.size = (facts.size ?? 0) + (item.spec["size"]?.count ?? 0)
      if let robustness = PlainText.word(item.status["robustness"]?.text) {
        facts.byRobustness[robustness, default: 0] += 1
      }
      if let state = PlainText.word(item.status["state"]?.text) { facts.byState[state, default: 0] += 1 }
    }
  }

  /// Counts the disks of a node of Longhorn.
  mutating func add(longhornNode node: Node) {
    let item = Item(node)
    let disks = item.status["diskStatus"]?.entries ?? []
    changeLonghorn { facts in
      facts.disks = (facts.disks ?? 0) + disks.count
      facts.readyNodes = (facts.readyNodes ?? 0) + (item.condition("Ready")?.isTrue == true ? 1 : 0)
      for disk in disks {
        facts.capacity = (facts.capacity ?? 0) + (disk.value["storageMaximum"]?.count ?? 0)
        facts.available = (facts.available ?? 0) + (disk.value["storageAvailable"]?.count ?? 0)
      }
    }
  }

  /// Takes the two settings that say something of Longhorn itself; others name places and secrets.
  mutating func add(longhornSetting setting: Node) {
    let value = setting["value"]
    switch setting["metadata"]?["name"]?.text {
    case "current-longhorn-version": changeLonghorn { $0.version = PlainText.version(value?.text) }
    case "default-replica-count": changeLonghorn { $0.replicas = Self.replicas(in: value?.text) }
    default: break
    }
  }

  /// A number, or since Longhorn has two engines a number for each: `{"v1":"3","v2":"3"}`.
  private static func replicas(in text: String?) -> Int? {
    guard let text else { return nil }
    let digits = text.hasPrefix("{") ? text.split(separator: "\"v1\"").last?.drop { !$0.isNumber } : text[...]
    return digits.flatMap { Int($0.prefix { $0.isNumber }) }
  }

  private mutating func changeLonghorn(_ change: (inout ObservedStorage) -> Void) {
    change(&storage["longhorn", default: ObservedStorage()])
  }
}
