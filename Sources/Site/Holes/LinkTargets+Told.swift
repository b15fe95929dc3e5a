import Diagnostics

extension LinkTargets {
  /// So many mistakes get a near miss; looking for more would take longer than reading them.
  private static let mostNearMisses = 50

  /// The faults of a whole build as they are told: each once, by file and place, with what was most likely meant.
  public func told(_ faults: [Fault]) -> [Fault] {
    let sorted = faults.sorted {
      ($0.path, $0.range?.lowerBound ?? 0, $0.finding.code) < (
        $1.path, $1.range?.lowerBound ?? 0, $1.finding.code
      )
    }
    var told: [Fault] = []
    var left = Self.mostNearMisses
    for fault in sorted {
      guard let finding = fault.finding as? HoleFinding else {
        told.append(fault)
        continue
      }
      if let last = told.last, last.path == fault.path, last.range == fault.range,
        (last.finding as? HoleFinding)?.isSame(as: finding) == true
      {
        continue
      }
      told.append(
        left > 0 ? Fault(explained(finding, in: fault.path), at: fault.range ?? 0..<0, of: fault.path) : fault
      )
      if finding.wantsNearMiss { left -= 1 }
    }
    return told
  }
}

extension HoleFinding {
  fileprivate var wantsNearMiss: Bool {
    switch self {
    case .brokenLink, .brokenReference, .missingPicture: true
    default: false
    }
  }

  /// Whether both say the same, near misses aside.
  fileprivate func isSame(as other: HoleFinding) -> Bool {
    switch (self, other) {
    case (.brokenLink(let one, _), .brokenLink(let two, _)): one == two
    case (.brokenReference(let one, _), .brokenReference(let two, _)): one == two
    case (.missingPicture(let one, _, _), .missingPicture(let two, _, _)): one == two
    default: self == other
    }
  }
}

// MARK: Near misses

extension LinkTargets {
  private func explained(_ finding: HoleFinding, in path: String) -> HoleFinding {
    switch finding {
    case .brokenLink(let written, _):
      .brokenLink(written, meant: nearMiss(of: written, in: path, isPicture: false))
    case .brokenReference(let written, _):
      .brokenReference(written, meant: nearMiss(of: written, in: path, isPicture: false))
    case .missingPicture(let written, let place, _):
      .missingPicture(written, place: place, meant: nearMiss(of: written, in: path, isPicture: true))
    default: finding
    }
  }

  /// What a lost destination most likely means, spelt as its author spells: by file or by address.
  private func nearMiss(of written: String, in path: String, isPicture: Bool) -> String? {
    let destination = Destination(written)
    let name = LinkPath.name(of: destination.path)
    guard !name.isEmpty else { return nil }
    if isPicture || LinkPath.withoutMarkdownEnding(name) == nil && LinkPath.namesFile(destination.path) {
      return nearFile(to: name)
    }
    let tail = destination.tail(fragment: destination.fragment)
    guard let bare = LinkPath.withoutMarkdownEnding(name) else {
      return nearAddress(to: LinkPath.name(of: LinkPath.slugged(destination.path))).map { $0 + tail }
    }
    let folder = LinkPath.folder(of: String(path.dropFirst("content/".count))).split(separator: "/")
    return nearPage(to: bare) { $0.entry.file.name }.map { page in
      let isBeside = page.entry.file.folder == folder.joined(separator: "/")
      return (isBeside ? LinkPath.name(of: page.entry.file.path) : "/" + page.entry.file.path) + tail
    }
  }

  /// The page whose name is nearest; one of that very name in another place is nearer than any.
  private func nearPage(to name: String, by nameOf: (Page) -> String) -> Page? {
    let pages = assembly.tree.pages
    if let same = pages.first(where: { nameOf($0) == name }) { return same }
    guard let near = nearest(to: name, among: pages.lazy.map(nameOf)) else { return nil }
    return pages.first { nameOf($0) == near }
  }

  /// The address of a page, a list or a term whose last part is nearest.
  private func nearAddress(to name: String) -> String? {
    let addresses = assembly.routes.routes.lazy.filter(\.output.isPlace).map(\.url)
    if let same = addresses.first(where: { LinkPath.name(of: $0) == name }) { return same }
    guard let near = nearest(to: name, among: addresses.map(LinkPath.name)) else { return nil }
    return addresses.first { LinkPath.name(of: $0) == near }
  }

  private func nearFile(to name: String) -> String? {
    let files = assembly.routes.routes.compactMap { route -> String? in
      if case .file = route.output { route.url } else { nil }
    }
    if let same = files.first(where: { LinkPath.name(of: $0) == name }) { return same }
    guard let near = nearest(to: name, among: files.lazy.map(LinkPath.name)) else { return nil }
    return files.first { LinkPath.name(of: $0) == near }
  }
}

extension Output {
  /// Whether readers go there: the first page of something.
  fileprivate var isPlace: Bool {
    switch self {
    case .page, .section(_, page: 1), .terms, .term(_, _, page: 1): true
    default: false
    }
  }
}
