/// Who stands beside whom on a site: what follows from its pages and terms alone, wherever they answer.
struct Orders: Sendable {
  let related: Related
  let neighbours: [Neighbours]
  /// The pages that say the same in other languages, each for itself.
  let translations: [PageID: [PageID]]
  /// The list of each section, and the years of its archive.
  let lists: [SectionList]
  /// The terms of each index in the order of a dictionary.
  let alphabets: [[Int]]

  init(of tree: ContentTree, _ indexes: [TermIndex]) {
    related = Related(tree, indexes)
    neighbours = Neighbours.all(in: tree)
    var translations: [PageID: [PageID]] = [:]
    for group in tree.translations() { for page in group { translations[page] = group } }
    self.translations = translations
    lists = tree.sections.indices.map { SectionList(of: $0, in: tree) }
    alphabets = indexes.map { $0.alphabetical() }
  }
}
