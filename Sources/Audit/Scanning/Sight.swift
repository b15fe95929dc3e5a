import Site

/// What was seen in one output.
enum Sight: Sendable {
  /// A page, or a file of the author's that is one.
  case page(PageFacts)
  /// A file of the author's that machines read in place of ours.
  case file([UInt8])

  var facts: PageFacts? { if case .page(let facts) = self { facts } else { nil } }

  /// Whether a file of the site is looked into.
  static func isOpened(_ route: Route) -> Bool {
    guard route.output.isFile else { return true }
    return route.file.hasSuffix(".html") || isForMachines(route)
  }

  /// Looks at an output.
  static func of(_ scan: inout PageScan, _ view: SiteBuild.View) -> Sight? {
    if view.route.output.isFile, isForMachines(view.route) { return .file(view.bytes) }
    return scan.facts(of: view).map { .page($0) }
  }

  private static func isForMachines(_ route: Route) -> Bool {
    route.url == "/robots.txt" || route.url.hasSuffix(".xml")
  }
}
