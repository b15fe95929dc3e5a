import Language
import Templates

extension LinkTargets {
  /// Finds what a destination leads to; each place that was looked at is noted.
  func search(_ destination: Destination, from home: Home, reads: inout Reads) -> Search {
    let path = destination.path
    if destination.kind == .reference {
      let home = destination.language.map(home.speaking) ?? home
      return reference(path, from: home, reads: &reads)
    }
    guard mayHold(path, reads: &reads) else { return .lost }
    if path.hasPrefix("@/") || path.hasPrefix("~/") {
      return inSource("/content/" + path.dropFirst(2), home, &reads) ?? inSource(
        "/" + path.dropFirst(2), home, &reads)
        ?? .lost
    }
    if path.utf8.first == UInt8(ascii: "/") { return rooted(path, home, &reads) ?? .lost }
    let bySource = { (reads: inout Reads) in
      inSource(LinkPath.resolved(path, from: "/content/\(home.folder)"), home, &reads)
    }
    let byAddress = { (reads: inout Reads) in
      rooted(LinkPath.resolved(path, from: LinkPath.folder(of: home.url)), home, &reads)
    }
    let isFile = LinkPath.namesFile(path)
    let found = isFile ? bySource(&reads) ?? byAddress(&reads) : byAddress(&reads) ?? bySource(&reads)
    return found ?? rooted("/" + path, home, &reads) ?? .lost
  }
}

extension LinkTargets {
  /// Looks for a path from the root: an address, or a file as the author sees the folders.
  private func rooted(_ path: String, _ home: Home, _ reads: inout Reads) -> Search? {
    if let found = address(path, &reads) { return found }
    if let bare = LinkPath.withoutMarkdownEnding(path), let found = content(bare, home, &reads) {
      return found
    }
    if let found = inFolders(path, home, &reads) { return found }
    if base.path != "/", path.hasPrefix(base.path) {
      return rooted("/" + path.dropFirst(base.path.utf8.count), home, &reads)
    }
    return content(path, home, &reads)
  }

  /// Looks for a path from the root of the site's folder, where `content/` and `static/` lie.
  private func inSource(_ path: String, _ home: Home, _ reads: inout Reads) -> Search? {
    inFolders(path, home, &reads)
  }

  /// Folders whose content is known by other paths on the site; `public/` holds static files in Astro.
  private static let staticFolders = ["/static/", "/public/"]
  private static let contentFolders = ["/content/", "/docs/"]

  private func inFolders(_ path: String, _ home: Home, _ reads: inout Reads) -> Search? {
    if let route = fileRoute(String(path.dropFirst()), &reads) { return landing(on: route, &reads) }
    for folder in Self.contentFolders where path.hasPrefix(folder) {
      let inside = String(path.dropFirst(folder.utf8.count))
      let bare = LinkPath.withoutMarkdownEnding(inside) ?? inside
      if let found = content(bare, home, &reads) { return found }
      return fileRoute("content/" + inside, &reads).flatMap { landing(on: $0, &reads) }
    }
    for folder in Self.staticFolders where path.hasPrefix(folder) {
      return rooted("/" + path.dropFirst(folder.utf8.count), home, &reads)
    }
    return fileRoute("static\(path)", &reads).flatMap { landing(on: $0, &reads) }
  }

  /// What answers at an address, however it is spelt.
  private func address(_ path: String, _ reads: inout Reads) -> Search? {
    if let route = route(at: path, &reads) { return landing(on: route, &reads) }
    if isAnswered(path) { return .found(Landing(url: path)) }
    for ending in ["index.html", "index.htm", ".html", ".htm"] where path.hasSuffix(ending) {
      let bare = String(path.dropLast(ending.utf8.count))
      let folder = bare.utf8.last == UInt8(ascii: "/") ? bare : bare + "/"
      if let found = address(folder, &reads) { return found }
    }
    let folder = path.utf8.last == UInt8(ascii: "/") ? path : path + "/"
    if let route = route(at: folder, &reads) { return landing(on: route, &reads) }
    if let number = withheld(at: folder, &reads) { return .withheld(number) }
    if let route = fileRoute(path, &reads) { return landing(on: route, &reads) }
    let slugged = LinkPath.slugged(path)
    guard slugged != folder else { return nil }
    if let route = route(at: slugged, &reads) { return landing(on: route, &reads) }
    return withheld(at: slugged, &reads).map { .withheld($0) }
  }

  /// What a file below `content/`, without its ending, became: in the language of the page first.
  func content(_ path: String, _ home: Home, _ reads: inout Reads) -> Search? {
    var bare = LinkPath.bare(path)
    var languages = [home.language] + assembly.tree.languages.filter { $0 != home.language }
    if let point = bare.utf8.lastIndex(of: UInt8(ascii: ".")),
      let named = languages.first(where: { $0 == bare[bare.utf8.index(after: point)...] })
    {
      bare = String(bare[..<point])
      languages = [named]
    }
    for name in ["_index", "index"] where bare == name || bare.hasSuffix("/\(name)") {
      bare = LinkPath.bare(String(bare.dropLast(name.utf8.count)))
    }
    for language in languages {
      if let owner = owner(ofFile: bare, in: language, &reads) { return search(owner) }
    }
    return nil
  }

  private func search(_ owner: Owner) -> Search {
    switch owner {
    case .page(let page): .found(Landing(url: assembly.tree.pages[page].url, page: page))
    case .section(let section): .found(Landing(url: assembly.tree.sections[section].url))
    case .withheld(let number): .withheld(number)
    }
  }

  /// More redirects in a row are a circle.
  private static let mostRedirects = 4

  /// Follows a route to what answers in the end.
  private func landing(on route: Route, _ reads: inout Reads) -> Search? {
    var route = route
    for _ in 0..<Self.mostRedirects {
      switch route.output {
      case .redirect(let target):
        guard let next = self.route(at: target, &reads) else { return .found(Landing(url: target)) }
        route = next
      case .file(let source): return .found(Landing(url: route.url, file: source))
      case .page(let page): return .found(Landing(url: route.url, page: page))
      default: return .found(Landing(url: route.url))
      }
    }
    return .found(Landing(url: route.url))
  }
}

extension LinkTargets {
  /// Looks as Hugo's `ref` does: beside the page, then from the root, then for the only page of that name.
  private func reference(_ path: String, from home: Home, reads: inout Reads) -> Search {
    if path.isEmpty { return .found(Landing(url: home.url)) }
    let bare = LinkPath.withoutMarkdownEnding(path) ?? path
    let beside = LinkPath.resolved(bare, from: "/\(home.folder)")
    if path.utf8.first != UInt8(ascii: "/"), let found = content(beside, home, &reads) { return found }
    if let found = content(LinkPath.resolved(bare, from: "/"), home, &reads) { return found }
    if let found = rooted(LinkPath.resolved(path, from: "/"), home, &reads) { return found }
    guard !bare.contains("/") else { return .lost }
    // By its name alone a page is found as long as no other has it.
    reads.record(FactKey.places)
    let key = LinkPath.key(bare)
    let named = assembly.tree.pages.filter {
      $0.language == home.language && LinkPath.key($0.entry.file.name) == key
    }
    guard named.count == 1, let page = named.first else { return .lost }
    return .found(Landing(url: page.url, page: page.id))
  }
}
