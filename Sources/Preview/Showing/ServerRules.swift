import Disk
import Hosting
import Site

/// What the site tells hosts: the headers and redirects of its server files.
struct ServerRules: Sendable {
  let headers: HeaderRules
  let redirects: RedirectRules
  /// The files themselves, by their address.
  let files: [String: [UInt8]]

  init(of site: LiveSite, at root: Path, needs: Set<PolicyNeed>) {
    var files: [String: [UInt8]] = [:]
    for (path, bytes) in site.serverFiles(needing: needs) { files["/\(path)"] = bytes }
    headers = HeaderRules(parsing: Self.text(of: "/_headers", files, site, root))
    redirects = RedirectRules(parsing: Self.text(of: "/_redirects", files, site, root))
    self.files = files
  }

  /// A file of the author's own wins.
  private static func text(
    of url: String, _ files: [String: [UInt8]], _ site: LiveSite, _ root: Path
  ) -> [UInt8] {
    switch site.answer(at: url)?.body {
    case .bytes(let bytes)?: bytes
    case .file(let path)?: OpenFile(path, below: root)?.bytes() ?? []
    default: files[url] ?? []
    }
  }
}
