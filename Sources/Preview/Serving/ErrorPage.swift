import Bytes
import Language

/// What is shown where there has been no good page yet: the mistakes alone, until they are mended.
struct ErrorPage {
  let mistakes: String
  let tongue: Tongue

  var bytes: [UInt8] {
    let title = tongue.pick(en: "This page can't be shown", es: "Esta página no se puede mostrar")
    var out: [UInt8] = []
    out.append(
      text: "<!doctype html>\n<html lang=\"\(tongue.rawValue)\">\n<head>\n<meta charset=\"utf-8\">\n")
    out.append(text: "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    out.append(text: "<title>\(title)</title>\n</head>\n<body>\n<h1>\(title)</h1>\n<pre>")
    out.append(markupEscaping: mistakes)
    out.append("</pre>\n</body>\n</html>\n")
    return out
  }
}
