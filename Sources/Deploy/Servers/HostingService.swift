import Nodes

/// Who serves a site: each takes `_redirects` and `_headers` as far as it goes, or not at all.
public enum HostingService: String, CaseIterable, Readable {
  case github = "github-pages"
  case gitlab = "gitlab-pages"
  case codeberg = "codeberg-pages"
  case cloudflare = "cloudflare-pages"
  case netlify

  /// The service behind the address of a repository.
  public init?(repository address: String) {
    let known: [(String, HostingService)] = [
      ("github.com", .github), ("gitlab.com", .gitlab), ("codeberg.org", .codeberg),
    ]
    guard let host = known.first(where: { address.contains($0.0) })?.1 else { return nil }
    self = host
  }

  /// What the service is called.
  public var name: String {
    switch self {
    case .github: "GitHub Pages"
    case .gitlab: "GitLab Pages"
    case .codeberg: "Codeberg Pages"
    case .cloudflare: "Cloudflare Pages"
    case .netlify: "Netlify"
    }
  }

  /// How much of a file the service takes; nil where it has no limit that is known.
  struct Limits {
    /// Redirects whose path is plain, and those with `*` or `:name`; where `dynamic` is nil, both together.
    var redirects: Int?
    var dynamicRedirects: Int?
    var redirectBytes: Int?
    var headerRules: Int?
    var headerBytes: Int?
  }

  var readsRedirects: Bool { self != .github }
  var readsHeaders: Bool { self == .cloudflare || self == .netlify }

  var limits: Limits {
    switch self {
    case .cloudflare:
      Limits(
        redirects: 2000, dynamicRedirects: 100, redirectBytes: 1000, headerRules: 100, headerBytes: 2000)
    case .gitlab: Limits(redirects: 1000)
    case .github, .codeberg, .netlify: Limits()
    }
  }
}
