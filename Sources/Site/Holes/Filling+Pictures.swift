import Bytes
import Markdown
import Templates

extension Filling {
  mutating func fillPicture(_ written: String, _ hole: Hole, into out: inout [UInt8]) -> Bool {
    let destination = Destination(written)
    guard destination.kind == .inside || destination.kind == .reference else { return false }
    guard
      case .found(let landing) = filler.search(destination, from: home, reads: &notes.reads),
      landing.file != nil
    else {
      tell(.missingPicture(destination, from: home), at: hole)
      return writeLost(destination, into: &out)
    }
    if let file = landing.file { notes.reads.record(PictureSizes.key(of: file)) }
    if let file = landing.file, filler.pictures.isUnread(file) { tell(.unreadPicture(file), at: hole) }
    out.append(address: filler.address(landing.url, at: outlet))
    out.append(href: Array(destination.tail(fragment: destination.fragment).utf8).span)
    return true
  }

  mutating func fillDimensions(of written: String, into out: inout [UInt8]) -> Bool {
    guard let size = size(ofPicture: written) else { return false }
    out.append(" width=\"")
    out.append(decimal: size.width)
    out.append("\" height=\"")
    out.append(decimal: size.height)
    out.append("\"")
    return true
  }

  /// The size of a picture of the site.
  mutating func size(ofPicture written: String) -> ImageSize? {
    let destination = Destination(written)
    guard destination.kind == .inside,
      case .found(let landing) = filler.search(destination, from: home, reads: &notes.reads),
      let file = landing.file
    else { return nil }
    notes.reads.record(PictureSizes.key(of: file))
    return filler.pictures[file]
  }
}
