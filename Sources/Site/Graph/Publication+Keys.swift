extension Publication {
  /// The key of an answer to the question which pages are near to one: who has it has read this very answer.
  func kinshipKey(of page: PageID, answered related: [PageID]) -> UInt64 {
    var mixer = Mixer(keys.key(.page(page), .kinship))
    // Without a count, the answer "none" would have the key of the question itself.
    mixer.add(related.count)
    for other in related { mixer.add(keys.key(of: .page(other))) }
    return mixer.value
  }
}

extension SubjectKeys {
  /// What an output shows, the same from one build to the next as long as it shows the same thing.
  func digest(of output: Output) -> UInt64 {
    var mixer = Mixer()
    switch output {
    case .page(let page): mixer.add(key(of: .page(page)))
    case .section(let section, let page):
      mixer.add(key(of: .section(section)))
      mixer.add(page)
    case .archive(let section, let year): mixer.add(key(of: .archive(section: section, year: year)))
    case .terms(let index): mixer.add(key(of: .terms(index: index)))
    case .term(let index, let term, let page):
      mixer.add(key(of: .term(index: index, term: term)))
      mixer.add(page)
    case .notFound(let language): mixer.add(key(of: .notFound(language: language)))
    case .inventory(let page, let language): mixer.add(key(of: .inventory(page, language: language)))
    case .feed(.section(let section), let format):
      mixer.add(format.fileName)
      mixer.add(key(of: .section(section)))
    case .feed(.term(let index, let term), let format):
      mixer.add(format.fileName)
      mixer.add(key(of: .term(index: index, term: term)))
    case .file(let source):
      mixer.add("file")
      mixer.add(source)
    case .redirect(let target):
      mixer.add("redirect")
      mixer.add(target)
    case .sitemap(let part):
      mixer.add("sitemap")
      mixer.add(part)
    case .robots: mixer.add("robots")
    case .inventoryData: mixer.add("inventory.json")
    case .asset: mixer.add("asset")
    }
    return mixer.value
  }
}
