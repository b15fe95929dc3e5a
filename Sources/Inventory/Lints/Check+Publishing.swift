import Diagnostics
import Disk
import Nodes

extension Check {
  /// What is allowed exists, and is meant.
  mutating func checkPublishing() {
    let publish = declared.publish
    for allowance in publish.allow where !allowance.path.isEmpty {
      guard let finding = finding(on: allowance, publish) else { continue }
      report.add(sources[gathered.publishFile].mistake(finding, at: allowance.range))
    }
  }

  /// Each pattern of `include` finds a file.
  mutating func checkIncludes() {
    for pattern in gathered.header?.include ?? [] {
      let glob = Glob(pattern.value)
      let isUsed = sources.contains {
        glob.matches(String($0.path.dropFirst(InventoryFolder.name.count + 1)))
      }
      if isUsed { continue }
      report.add(
        sources[gathered.headerFile].mistake(
          InventoryFinding.includesNothing(pattern.value), at: pattern.range))
    }
  }

  private func finding(on allowance: Allowance, _ publish: Publish) -> InventoryFinding? {
    if allowance.namesVariable || allowance.namesFile {
      return allowance.hasReason ? nil : .allowedWithoutReason(allowance.path)
    }
    guard let path = FactPath(text: allowance.path), let record = declared[path.entity],
      let fact = record.facts.fact(at: path.fields)
    else { return .allowsNothing(allowance.path, nearest: near(allowance.path)) }
    if path.isAddress, publish.addresses == .hide { return .allowsHiddenAddress(allowance.path) }
    return fact.isPrivate && allowance.reason == nil ? .privateAllowed(allowance.path) : nil
  }

  private func near(_ text: String) -> String? {
    let entity = text.prefix { $0 != "." }
    guard let reference = Reference(text: entity), let record = declared[reference.entity] else {
      let found = nearest(to: String(entity), among: declared.records.lazy.map(\.id.description))
      return found.map { $0 + text.dropFirst(entity.count) }
    }
    let fields = record.facts.leaves().map { $0.fields.joined(separator: ".") }
    return nearest(to: String(text.dropFirst(entity.count + 1)), among: fields).map { "\(record.id).\($0)" }
  }
}

extension FactPath {
  /// The names of fields that hold addresses of machines or networks.
  private static let addresses: Set<String> = [
    "address", "addresses", "cidr", "podCIDR", "serviceCIDR", "mac",
  ]

  /// Whether it names an address of a machine or network.
  var isAddress: Bool { fields.contains { Self.addresses.contains($0) } }
}
