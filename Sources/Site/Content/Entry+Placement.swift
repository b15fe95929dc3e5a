import Bytes
import Frontmatter

extension Entry {
  /// Whether a page that said this and says that now stands where it stood: at its address, in its lists, by its terms.
  ///
  /// With `inAllWords`, it must say the same in all: where others are ordered by its words, or show them.
  func stands(as other: Entry, inAllWords: Bool) -> Bool {
    guard slug == other.slug, history == other.history, isFiled(as: other) else { return false }
    return inAllWords ? digest == other.digest : placing == other.placing
  }

  private var placing: [UInt8] {
    var packer = Packer()
    metadata.packPlacing(into: &packer)
    return packer.bytes
  }

  private func isFiled(as other: Entry) -> Bool {
    terms.count == other.terms.count
      && zip(terms, other.terms).allSatisfy {
        $0.taxonomy == $1.taxonomy && $0.terms.map(\.spelling) == $1.terms.map(\.spelling)
      }
  }
}
