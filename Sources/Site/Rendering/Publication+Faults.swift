import Frontmatter
import Templates

extension Publication {
  /// What is wrong with destinations outside of texts: the pictures of pages, and the links of `site.yaml`.
  var faults: [Fault] {
    var faults: [Fault] = []
    for page in tree.pages {
      guard let cover = page.entry.metadata.cover else { continue }
      let origin = page.entry.metadata.origin(of: .cover) ?? page.entry.metadata.origin(of: .images)
      note(cover.path, isPicture: true, from: Home(page), at: origin?.range ?? 0..<0, in: &faults)
    }
    let site = Home(url: "/", folder: "", language: tree.languages[0], path: SiteFolder.configurationName)
    for item in configuration.menu + configuration.author.links + configuration.theme.social {
      note(item.url, isPicture: false, from: site, at: item.urlRange, in: &faults)
    }
    for (picture, range) in [
      (configuration.author.avatar, configuration.author.avatarRange),
      (configuration.theme.logo, configuration.theme.logoRange),
    ] {
      if let picture { note(picture, isPicture: true, from: site, at: range, in: &faults) }
    }
    return faults
  }

  private func note(
    _ written: String, isPicture: Bool, from home: Home, at range: Range<Int>, in faults: inout [Fault]
  ) {
    let destination = Destination(written)
    guard destination.kind == .inside else { return }
    var reads = Reads()
    switch filler.search(destination, from: home, reads: &reads) {
    case .found(let landing):
      if isPicture, landing.file == nil {
        faults.append(Fault(HoleFinding.missingPicture(destination, from: home), at: range, of: home.path))
      }
    case .withheld(let number):
      let reason = filler.targets.withheld(number).reason
      faults.append(Fault(HoleFinding.withheldLink(written, because: reason), at: range, of: home.path))
    case .lost:
      let finding: HoleFinding =
        isPicture ? .missingPicture(destination, from: home) : .brokenLink(written, meant: nil)
      faults.append(Fault(finding, at: range, of: home.path))
    }
  }
}
