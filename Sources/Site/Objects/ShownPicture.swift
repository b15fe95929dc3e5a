import Bytes
import Language
import Markdown
import Templates

/// A picture that a page or a template shows, found among the files of the site.
struct ShownPicture {
  /// With the path of the site; as written for a picture of another site, or one that is nowhere.
  let url: String
  let permalink: String
  let size: ImageSize?
  let isFound: Bool

  func value(alt: String = "", caption: String? = nil) -> Value {
    .record(
      ("src", .text(url)), ("alt", .text(alt)), ("caption", .text(orNone: caption)),
      ("width", .int(orNone: size?.width)), ("height", .int(orNone: size?.height)),
      ("permalink", .text(permalink)))
  }
}

extension Publication {
  /// Finds a picture by whatever way its author spells it.
  func picture(_ written: String, from home: Home, reads: inout Reads) -> ShownPicture {
    let destination = Destination(written)
    guard destination.kind == .inside else {
      return ShownPicture(url: written, permalink: written, size: nil, isFound: true)
    }
    guard case .found(let landing) = filler.search(destination, from: home, reads: &reads),
      landing.file != nil
    else {
      let url = address(of: written)
      return ShownPicture(url: url, permalink: absolute(url), size: nil, isFound: false)
    }
    if let file = landing.file { reads.record(PictureSizes.key(of: file)) }
    return ShownPicture(
      url: base.path(of: landing.url).percentEncoded(keeping: .path),
      permalink: base.origin + base.path(of: landing.url).percentEncoded(keeping: .path),
      size: landing.file.flatMap { filler.pictures[$0] }, isFound: true)
  }
}
