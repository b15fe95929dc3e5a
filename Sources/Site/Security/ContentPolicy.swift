/// The one Content-Security-Policy of a site: what its pages really contain, and nothing beyond.
///
/// Inline code is allowed by its hash alone; `'unsafe-inline'` is never written.
public struct ContentPolicy: Sendable, Equatable {
  /// The value of the header.
  public let text: String

  /// The longest policy that is not worth a word: servers and proxies commonly take 8 KB for a header.
  static let usualLimit = 8_000
  /// So many hosts of pictures are named one by one; beyond, any host over HTTPS may show one, as pictures run nothing.
  private static let mostPictureHosts = 20

  /// Writes the policy for what all pages need; `isSecure` tells that the site is published over HTTPS.
  public init(_ needs: Set<PolicyNeed>, isSecure: Bool) {
    let sources = { (directive: PolicyNeed.Directive) in
      needs.filter { $0.directive == directive }.map(\.source).sorted { $0.precedes($1) }
    }
    let frames = sources(.frame)
    let attributes = sources(.styleAttribute)
    let directives: [(String, [String])] = [
      ("default-src", ["'none'"]),
      ("base-uri", sources(.base).orNone),
      ("connect-src", ["'self'"]),
      ("font-src", ["'self'"] + sources(.font)),
      ("form-action", sources(.form).orNone),
      ("frame-ancestors", frames.contains("'self'") ? ["'self'"] : ["'none'"]),
      ("frame-src", frames),
      ("img-src", ["'self'"] + Self.pictures(sources(.image))),
      ("manifest-src", ["'self'"]),
      ("media-src", sources(.media)),
      ("object-src", sources(.object)),
      ("script-src", ["'self'"] + sources(.script)),
      ("style-src", ["'self'"] + sources(.style)),
      ("style-src-attr", attributes.isEmpty ? [] : ["'unsafe-hashes'"] + attributes),
    ]
    var parts = directives.filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1.joined(separator: " "))" }
    if isSecure { parts.append("upgrade-insecure-requests") }
    text = parts.joined(separator: "; ")
  }

  private static func pictures(_ sources: [String]) -> [String] {
    guard sources.count > mostPictureHosts else { return sources }
    return sources.filter { !$0.hasPrefix("https:") } + ["https:"]
  }
}

extension [String] {
  /// Nothing said falls back to nothing forbidden here, so that it has to be said.
  fileprivate var orNone: [String] { isEmpty ? ["'none'"] : self }
}
