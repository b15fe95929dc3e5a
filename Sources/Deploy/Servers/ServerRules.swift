import Hosting

/// What the site tells servers, read from its `_redirects` and `_headers`: the one model of all that is written for
/// servers which read neither.
public struct ServerRules: Sendable, Equatable {
  let redirects: RedirectRules
  let headers: HeaderRules

  /// Reads both files; empty ones say nothing.
  init(redirects: [UInt8], headers: [UInt8]) {
    self.redirects = RedirectRules(parsing: redirects)
    self.headers = HeaderRules(parsing: headers)
  }

  /// Reads those of a built site.
  public init(of site: BuiltSite) throws(DeployFailure) {
    var texts: [String: [UInt8]] = [:]
    for file in site.files where [RedirectRules.name, HeaderRules.name].contains(file.key) {
      texts[file.key] = try site.bytes(of: file)
    }
    self.init(redirects: texts[RedirectRules.name] ?? [], headers: texts[HeaderRules.name] ?? [])
  }

  /// The redirects that any server can be told: those that name no host and lead on.
  var plainRedirects: [RedirectRules.Rule] { redirects.rules.filter { $0.from.host == nil && $0.leadsOn } }

  /// The rules for headers that count whatever the site is called.
  var plainHeaders: [HeaderRules.Rule] { headers.rules.filter { $0.path.host == nil } }

  /// How many redirects no other server is told of.
  var peculiarRedirects: Int { redirects.peculiar.count + redirects.rules.count - plainRedirects.count }
}
