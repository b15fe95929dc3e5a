import HTTP
import Hosting

/// The settings of a web server for one site, from its `_redirects` and `_headers`: what belongs inside the block that
/// names the server.
public struct Snippet: Sendable {
  /// The web servers that are known.
  public enum Server: String, CaseIterable, Sendable {
    case nginx, caddy
  }

  let rules: ServerRules
  let address: PublicAddress
  /// The folder that is served; nil where the target does not tell.
  let root: String?
  let hasCompressedForms: Bool
  /// The endings of the site's files.
  let endings: Set<String>
  let hasErrorPage: Bool

  public init(
    of site: BuiltSite, at address: PublicAddress, root: String?, hasCompressedForms: Bool
  ) throws(DeployFailure) {
    rules = try ServerRules(of: site)
    self.address = address
    self.root = root
    self.hasCompressedForms = hasCompressedForms
    endings = Set(site.files.compactMap { MediaType.ending(of: $0.key) })
    hasErrorPage = site.files.contains { $0.key == "404.html" }
  }

  /// The text for a server.
  public func text(for server: Server) -> String {
    switch server {
    case .nginx: nginx
    case .caddy: caddy
    }
  }

  /// Names of headers in the order in which they first come, each with its rules; a later rule counts more, and an
  /// empty value takes the header away.
  var headersByName: [(name: String, values: [(path: PathPattern, value: String)])] {
    var names: [String] = []
    var values: [String: [(PathPattern, String)]] = [:]
    for rule in rules.plainHeaders {
      for header in rule.without.map({ Header($0, "") }) + rule.headers {
        let key = header.name.lowercased()
        if values[key] == nil { names.append(header.name) }
        values[key, default: []].append((rule.path, header.value))
      }
    }
    return names.map { ($0, values[$0.lowercased()] ?? []) }
  }

  /// How many rules no other server takes.
  var remark: String? {
    rules.peculiarRedirects == 0
      ? nil
      : "# \(rules.peculiarRedirects) rules of _redirects are only understood by the host they were written for"
  }
}
