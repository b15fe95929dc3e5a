import Nodes

extension Observed {
  /// Takes machines and guests from the list of a cluster's resources; templates are no guests.
  init(resources: [Node]) {
    self.init()
    for item in resources {
      switch item["type"]?.text {
      case "node":
        guard let name = PlainText.name(item["node"]?.text) else { continue }
        var host = ObservedHost()
        host.status = PlainText.word(item["status"]?.text)
        host.threads = item["maxcpu"]?.lenientInteger
        host.memory = item["maxmem"]?.lenientInteger
        host.storage = item["maxdisk"]?.lenientInteger
        hosts[name] = host
      case "qemu", "lxc": add(guest: item)
      default: continue
      }
    }
  }

  private mutating func add(guest item: Node) {
    // A machine without a name is called by its number, which is not to be told.
    guard item["template"]?.lenientTruth != true, let name = PlainText.name(item["name"]?.text),
      !name.hasPrefix("VM ")
    else { return }
    var guest = ObservedGuest()
    guest.kind = item["type"]?.text == "lxc" ? .lxc : .vm
    guest.status = PlainText.word(item["status"]?.text)
    guest.cpus = item["maxcpu"]?.lenientInteger
    guest.memory = item["maxmem"]?.lenientInteger
    guest.disk = item["maxdisk"]?.lenientInteger
    guest.host = PlainText.name(item["node"]?.text)
    // Names need not be unique; a number after them keeps their order.
    var key = name
    var copy = 1
    while guests[key] != nil {
      copy += 1
      key = "\(name)-\(copy)"
    }
    guests[key] = guest
  }
}

extension ObservedHost {
  /// Adds what a machine tells of itself.
  mutating func add(status: Node) {
    let processor = status["cpuinfo"]
    cpuModel = Self.model(processor?["model"]?.text)
    cores = processor?["cores"]?.lenientInteger
    threads = processor?["cpus"]?.lenientInteger ?? threads
    sockets = processor?["sockets"]?.lenientInteger
    memory = status["memory"]?["total"]?.lenientInteger ?? memory
    storage = status["rootfs"]?["total"]?.lenientInteger ?? storage
    // pve-manager/8.2.4/faa83925c9641325
    let parts = status["pveversion"]?.text?.split(separator: "/") ?? []
    if parts.count > 1, let version = PlainText.version(String(parts[1])) { self.version = version }
  }

  /// `13th Gen Intel(R) Core(TM) i5-13420H` → `13th Gen Intel Core i5-13420H`.
  private static func model(_ text: String?) -> String? {
    guard let text else { return nil }
    var words: [String] = []
    for word in text.split(separator: " ") where word != "@" && word != "CPU" {
      var word = String(word)
      for mark in ["(R)", "(TM)", "(tm)"] { word = word.split(separator: mark).joined() }
      if !word.isEmpty { words.append(word) }
    }
    return PlainText.product(words.joined(separator: " "))
  }
}

extension Node {
  /// A whole number, written as one or as a text; a fraction such as `2.5` cores is rounded.
  var lenientInteger: Int? {
    if let integer { return integer }
    guard let text, let number = Double(text), number.isFinite, abs(number) < 9e15 else { return nil }
    return Int(number.rounded())
  }

  /// A truth value, written as one, as 0 or 1, or as a text of these.
  var lenientTruth: Bool? {
    if let boolean { return boolean }
    switch text {
    case "1", "true": return true
    case "0", "false", "": return false
    default: return nil
    }
  }
}
