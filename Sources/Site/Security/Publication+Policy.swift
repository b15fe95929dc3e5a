import Diagnostics
import Disk
import Themes

// What servers are told about the site, beside the site itself.

extension Publication {
  /// What a file asks of the site's policy; only pages and style sheets ask for anything. A `text` in it is known to ask
  /// for nothing.
  func policyNeeds(
    of bytes: [UInt8], at route: Route, besides text: Range<Int> = 0..<0,
    remembering memory: inout PolicyMemory
  ) -> Set<PolicyNeed> {
    let scan = PolicyScan(origin: base.origin)
    if route.isHTML { return scan.needs(of: bytes.span, passingOver: text, remembering: &memory) }
    return route.isStyleSheet ? scan.needs(ofStyleSheet: bytes.span) : []
  }

  /// What came of copying a file: only what it asks of the policy.
  func policyNeeds(ofCopied file: Path, at route: Route) throws(Mistake) -> Rendered {
    var rendered = Rendered()
    guard route.isHTML || route.isStyleSheet else { return rendered }
    var memory = PolicyMemory()
    do throws(DiskFailure) {
      rendered.needs = policyNeeds(of: try File.read(file), at: route, remembering: &memory)
    } catch {
      throw Mistake(error.reason, path: route.source, place: nil)
    }
    rendered.mistakes = rendered.needs.findings.map { Mistake($0, path: route.source, place: nil) }
    return rendered
  }

  /// The files that tell servers about all others, from the needs of the whole site; a file of the author's own wins.
  func serverFiles(_ needs: Set<PolicyNeed>) -> (files: [(path: String, bytes: [UInt8])], mistakes: [Mistake])
  {
    var files: [(path: String, bytes: [UInt8])] = []
    var mistakes: [Mistake] = []
    let policy = ContentPolicy(needs, isSecure: base.origin.hasPrefix("https:"))
    if let finding = policy.finding {
      mistakes.append(Mistake(finding, path: SiteFolder.configurationName, place: nil))
    }
    let redirections = assembly.redirections(configuration.redirects.rules, at: base)
    for (name, bytes) in [
      (HeadersFile.name, headers(policy).bytes), (Redirection.fileName, Redirection.file(of: redirections)),
    ] {
      if let own = assembly.routes.route(at: "/\(name)") {
        mistakes.append(Mistake(SecurityFinding.ownFile(name), path: own.source, place: nil))
      } else if !bytes.isEmpty {
        files.append((name, bytes))
      }
    }
    return (files, mistakes)
  }

  private func headers(_ policy: ContentPolicy) -> HeadersFile {
    HeadersFile(
      policy, base: base, assets: setting.assets.map { "/\($0.asset.file)" },
      sharesFolder: assembly.routes.routes.contains { route in
        if case .file = route.output { route.url.hasPrefix("/assets/") } else { false }
      }, own: configuration.headers, isHidden: setting.isHidden)
  }
}
