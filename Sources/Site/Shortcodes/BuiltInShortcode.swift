import Language
import Markdown

/// Hugo's own shortcodes, as far as they need more than a template: what they take, and what they are.
enum BuiltInShortcode: String, CaseIterable {
  case comment, details, figure, gist, highlight, instagram, param, qr, ref, relref, tweet, twitter, vimeo, x,
    youtube

  var signature: ShortcodeSignature {
    switch self {
    case .comment: ShortcodeSignature()
    case .details: ShortcodeSignature("summary", "open", "class", "name", "title", positional: true)
    case .figure:
      ShortcodeSignature(
        "src!", "alt", "link", "target", "rel", "title", "caption", "attr", "attrlink", "class", "width",
        "height", "loading", positional: true)
    case .gist: ShortcodeSignature("user!", "id!", "file", "class", "title", positional: true)
    case .highlight: ShortcodeSignature("lang", "options", positional: true)
    case .instagram: ShortcodeSignature("id!", "title", "class", "hidecaption", positional: true)
    case .param: ShortcodeSignature("name!", positional: true)
    case .qr:
      ShortcodeSignature("text", "level", "scale", "targetDir", "alt", "class", "id", "loading", "title")
    case .ref, .relref: ShortcodeSignature("path!", "lang", "outputFormat", positional: true)
    case .tweet, .twitter, .x: ShortcodeSignature("id!", "user", "title", "class", positional: true)
    case .vimeo:
      ShortcodeSignature("id!", "class", "title", "loading", "allowFullScreen", positional: true)
    case .youtube:
      ShortcodeSignature(
        "id!", "class", "title", "start", "end", "autoplay", "controls", "loop", "mute", "loading",
        "allowFullScreen", positional: true)
    }
  }
}

/// A link that stands for something of another site; nothing is loaded from there until a reader follows it.
struct Embed: Equatable {
  let service: String
  let url: String
  /// The author's words, else what the link leads to.
  let title: String

  /// The link of a shortcode; nil for one that is none.
  init?(_ shortcode: BuiltInShortcode, _ given: [String: String], in tongue: Tongue) throws(ShortcodeFinding)
  {
    let id = given["id", default: ""]
    let video = { (name: String) in
      tongue.pick(en: "Watch the video on \(name)", es: "Ver el vídeo en \(name)")
    }
    let post = { (name: String) in
      tongue.pick(en: "Read the post on \(name)", es: "Leer la publicación en \(name)")
    }
    let words: String
    switch shortcode {
    case .youtube:
      try Self.check(id, of: shortcode)
      let start = given["start"].map { "&t=\($0)s" } ?? ""
      if let start = given["start"], Int(start) == nil {
        throw .badArgument("start", start, of: shortcode.rawValue)
      }
      (service, url, words) = ("YouTube", "https://www.youtube.com/watch?v=\(id)\(start)", video("YouTube"))
    case .vimeo:
      try Self.check(id, of: shortcode)
      (service, url, words) = ("Vimeo", "https://vimeo.com/\(id)", video("Vimeo"))
    case .instagram:
      try Self.check(id, of: shortcode)
      (service, url, words) = ("Instagram", "https://www.instagram.com/p/\(id)/", post("Instagram"))
    case .gist:
      let user = given["user", default: ""]
      try Self.check(user, named: "user", of: shortcode)
      try Self.check(id, of: shortcode)
      let place = given["file"].map { "#file-\(Language.slug(of: $0))" } ?? ""
      (service, url) = ("GitHub", "https://gist.github.com/\(user)/\(id)\(place)")
      words = given["file"] ?? tongue.pick(en: "See the code on GitHub", es: "Ver el código en GitHub")
    case .x, .tweet, .twitter:
      let user = given["user", default: "i"]
      try Self.check(user, named: "user", of: shortcode)
      try Self.check(id, of: shortcode)
      (service, url, words) = ("X", "https://x.com/\(user)/status/\(id)", post("X"))
    default: return nil
    }
    title = given["title"] ?? words
  }

  /// What these services name things by; anything else would be an address of another kind.
  private static func check(_ value: String, named name: String = "id", of shortcode: BuiltInShortcode)
    throws(ShortcodeFinding)
  {
    let isPlain = value.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    if !isPlain || value.isEmpty { throw .badArgument(name, value, of: shortcode.rawValue) }
  }
}
