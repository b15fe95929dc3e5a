import Diagnostics
import Frontmatter
import Site

/// Finds terms that one page alone uses, and that are most likely another term misspelt.
///
///     kubernets       one letter of Kubernetes is missing
///     contenedor      the plural, contenedores, is what the others write
///     k-8-s           the same letters as K8s
struct Terms {
  private let site: AuditedSite

  init(_ site: AuditedSite) { self.site = site }

  /// In shorter words one letter makes another word.
  private static let fewestLetters = 7

  var mistakes: [Mistake] {
    site.publication.assembly.indexes.flatMap { index -> [Mistake] in
      guard let field = Field(rawValue: index.name) else { return [] }
      return pairs(in: index).compactMap { term, other in
        mistake(index.terms[term], like: index.terms[other], field)
      }
    }
  }

  /// The terms that are used once, each with the one that it looks like.
  private func pairs(in index: TermIndex) -> [(Int, Int)] {
    var byLetters: [[UInt8]: [Int]] = [:]
    let letters = index.terms.map {
      $0.slug.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "/") }
    }
    for term in index.terms.indices {
      for form in Self.forms(of: letters[term]) { byLetters[form, default: []].append(term) }
    }
    return index.terms.indices.compactMap { term in
      guard index.terms[term].pages.count == 1, index.terms[term].children.isEmpty else { return nil }
      let others = Set(Self.forms(of: letters[term]).flatMap { byLetters[$0] ?? [] })
      let best = others.filter { other in
        other != term && Self.isMoreUsual(other, than: term, in: index)
          && Self.areAlike(letters[term], letters[other])
      }.max { (index.terms[$0].pages.count, $1) < (index.terms[$1].pages.count, $0) }
      return best.map { (term, $0) }
    }
  }

  /// Of two that are both used once, only one is told.
  private static func isMoreUsual(_ other: Int, than term: Int, in index: TermIndex) -> Bool {
    let (one, two) = (index.terms[other], index.terms[term])
    guard one.parent != term, two.parent != other else { return false }
    return one.pages.count > 1 || one.slug < two.slug
  }

  /// A word, and the word without each of its letters: two that are one letter apart share one of these.
  private static func forms(of letters: [UInt8]) -> [[UInt8]] {
    var forms = [letters]
    for ending in ["s", "es"] where letters.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
      forms.append(Array(letters.dropLast(ending.utf8.count)))
    }
    guard letters.count >= fewestLetters - 1 else { return forms }
    for index in letters.indices {
      var shorter = letters
      shorter.remove(at: index)
      forms.append(shorter)
    }
    return forms
  }

  private static func areAlike(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    if one == other { return true }
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    // Nobody mistakes the first letter of a word.
    guard short.first == long.first else { return false }
    if short.count > 2, long == short + Array("s".utf8) || long == short + Array("es".utf8) { return true }
    guard long.count >= fewestLetters else { return false }
    return isOneSlip(short, long)
  }

  /// Whether two words differ in one letter that is missing, another, or swapped with its neighbour; not in a digit.
  private static func isOneSlip(_ short: [UInt8], _ long: [UInt8]) -> Bool {
    let start = zip(short, long).prefix { $0 == $1 }.count
    let end = zip(short.reversed(), long.reversed()).prefix { $0 == $1 }.count
    func hasDigit(_ letters: ArraySlice<UInt8>) -> Bool {
      letters.contains { $0 &- UInt8(ascii: "0") < 10 }
    }
    let middle = long[start..<max(start, long.count - end)]
    if long.count == short.count + 1 { return start + end >= short.count && !hasDigit(long[start...start]) }
    guard long.count == short.count else { return false }
    let other = short[start..<max(start, short.count - end)]
    guard !hasDigit(middle), !hasDigit(other) else { return false }
    return middle.count == 1 || middle.count == 2 && middle.elementsEqual(other.reversed())
  }
}

extension Terms {
  private func mistake(_ term: Term, like other: Term, _ field: Field) -> Mistake? {
    guard let page = term.pages.first else { return nil }
    let entry = site.publication.assembly.tree.pages[page].entry
    guard let source = site.draft.source(entry.file.shownPath) else { return nil }
    let finding = AuditFinding.similarTerm(term.name, other: other.name, count: other.pages.count)
    let key = entry.metadata.origin(of: field)?.range ?? source.firstLine
    // The page may spell the term otherwise than it is shown.
    let spellings = entry.terms.filter { $0.taxonomy == field.rawValue }.flatMap(\.terms)
      .filter { $0.slug == term.slug }.map(\.spelling)
    let range = (spellings + [term.name]).lazy
      .compactMap {
        source.firstRange(of: $0, from: key.upperBound) ?? source.firstRange(of: $0, from: key.lowerBound)
      }
      .first
    return source.mistake(finding, at: range ?? key)
  }
}
