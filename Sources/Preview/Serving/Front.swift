import Bytes
import Diagnostics
import HTTP
import Hosting
import Language
import Site

/// What stands between the wire and the site: decides what a request is answered.
struct Front: Sendable {
  let stage: Stage
  let audience: Audience
  let hosts: AllowedHosts
  let tongue: Tongue

  /// Answers a request.
  func answer(_ inquiry: Inquiry) -> Reply {
    let hostHeaders = inquiry.values("Host")
    guard let path = RequestPath(inquiry.target), hostHeaders.count == 1 else {
      return .plain(
        400, tongue.pick(en: "This is no request for a page.", es: "Esto no pide ninguna página."))
    }
    let host = path.host ?? hostHeaders[0]
    guard hosts.contains(host) else {
      return .plain(
        421,
        tongue.pick(
          en: "The preview does not go by this name.", es: "La vista previa no atiende a este nombre."))
    }
    guard inquiry.method == "GET" || inquiry.method == "HEAD" else {
      return .plain(
        405, tongue.pick(en: "A preview can only be read.", es: "Una vista previa solo se lee."),
        [Header("Allow", "GET, HEAD")])
    }
    guard !inquiry.hasBody else {
      return .plain(
        413, tongue.pick(en: "A preview takes no content.", es: "Una vista previa no admite contenido."))
    }
    if path.text.hasPrefix(Internal.folder) { return internalAnswer(path.text, inquiry) }
    return siteAnswer(path.text, Asking(inquiry, origin: "http://\(host)"))
  }

  /// What the preview serves for itself.
  private func internalAnswer(_ path: String, _ inquiry: Inquiry) -> Reply {
    let fresh = Header("Cache-Control", "no-cache")
    switch path {
    case Internal.script:
      let tag = EntityTag(of: Internal.scriptBytes)
      let headers = [
        Header("Content-Type", "text/javascript; charset=utf-8"), fresh, Header("ETag", tag.quoted),
        Header("X-Content-Type-Options", "nosniff"),
      ]
      if let known = inquiry.value("If-None-Match"), tag.isAmong(known) {
        return Reply(status: 304, headers: headers)
      }
      return Reply(status: 200, headers: headers, body: .bytes(Internal.scriptBytes))
    case Internal.events:
      guard inquiry.method == "GET", let page = inquiry.query.first(where: { $0.name == "page" }),
        let path = RequestPath(page.value)?.text, let stream = audience.join(showing: below(path) ?? path)
      else { return .plain(400, "page?") }
      return Reply(
        status: 200,
        headers: [Header("Content-Type", "text/event-stream"), Header("Cache-Control", "no-store")],
        body: .stream(stream))
    default: return .plain(404, tongue.pick(en: "Not found.", es: "No encontrado."))
    }
  }

  private func siteAnswer(_ path: String, _ asking: Asking) -> Reply {
    guard let url = below(path) else {
      // The root of the server leads to the site, wherever it lies.
      return path == "/" || "\(path)/" == stage.basePath
        ? redirect(to: stage.basePath, 302) : notFound("/", asking)
    }
    let rules = stage.rules
    let target = rules.redirects.target(of: path)
    if let target, target.isForced, let reply = follow(target, asking) { return reply }
    if let bytes = rules.files[url] {
      return deliver(Scene(url: url, content: .bytes(bytes), mistakes: []), 200, asking)
    }
    guard let scene = stage.scene(at: url) else {
      if let target, let reply = follow(target, asking) { return reply }
      if stage.site.base == nil { return broken(url, asking) }
      if !url.hasSuffix("/"), stage.scene(at: "\(url)/") != nil { return redirect(to: "\(path)/", 301) }
      return notFound(url, asking)
    }
    if case .redirect(let address) = scene.content {
      if let target, let reply = follow(target, asking) { return reply }
      return redirect(
        to: address.hasPrefix("/") ? stage.site.base?.path(of: address) ?? address : address, 301)
    }
    return deliver(scene, 200, asking)
  }

  /// The address from the root of the site; nil for what lies beside it.
  private func below(_ path: String) -> String? {
    let base = stage.basePath
    return path.hasPrefix(base) ? "/\(path.dropFirst(base.count))" : nil
  }

  private func follow(_ target: RedirectRules.Target, _ asking: Asking) -> Reply? {
    if (300..<400).contains(target.status) { return redirect(to: target.address, target.status) }
    guard let path = RequestPath(target.address)?.text, let url = below(path),
      let scene = stage.scene(at: url)
    else { return nil }
    return deliver(scene, target.status, asking)
  }

  private func redirect(to address: String, _ status: Int) -> Reply {
    var location: [UInt8] = []
    for byte in address.utf8 {
      if byte > 0x20, byte < 0x7F { location.append(byte) } else { location.append(percentEscape: byte) }
    }
    let place = String(decoding: location, as: UTF8.self)
    return Reply(
      status: status,
      headers: [Header("Location", place), Header("Cache-Control", "no-store")])
  }

  private func notFound(_ url: String, _ asking: Asking) -> Reply {
    guard let page = stage.site.notFound(for: url), let scene = stage.scene(at: page) else {
      return stage.site.base == nil
        ? broken(url, asking) : .plain(404, tongue.pick(en: "Not found.", es: "No encontrado."))
    }
    return deliver(scene, 404, asking)
  }

  private func broken(_ url: String, _ asking: Asking) -> Reply {
    deliver(Scene(url: "/", content: .broken, mistakes: stage.told.errors), 500, asking)
  }
}

extension Front {
  private func deliver(_ scene: Scene, _ status: Int, _ asking: Asking) -> Reply {
    let name = RouteFile.name(of: scene.url)
    var delivery = Delivery(type: MediaType.of(name), headers: headers(of: scene, asking), asking: asking)
    switch scene.content {
    case .bytes(let bytes):
      let tag = EntityTag(of: bytes)
      return delivery.reply(
        status, RouteFile.isPage(scene.url) ? Injection.adding(to: bytes, tag: tag) : bytes, tag)
    case .file(let path):
      guard let file = OpenFile(path, below: stage.source) else {
        return .plain(404, tongue.pick(en: "Not found.", es: "No encontrado."))
      }
      if RouteFile.isPage(scene.url), let bytes = file.bytes() {
        let tag = EntityTag(of: bytes)
        return delivery.reply(status, Injection.adding(to: bytes, tag: tag), tag)
      }
      return delivery.reply(status, file)
    case .redirect, .broken:
      delivery.type = "text/html; charset=utf-8"
      let page = ErrorPage(mistakes: scene.mistakes.told(in: tongue), tongue: tongue).bytes
      let tag = PageNote.tagOfBroken(scene.mistakes)
      return delivery.reply(500, Injection.adding(to: page, tag: tag), tag)
    }
  }

  /// The headers that the site's own rules give, with the few changes that a preview needs.
  private func headers(of scene: Scene, _ asking: Asking) -> [Header] {
    let path = stage.site.base?.path(of: scene.url) ?? scene.url
    let policy = PreviewPolicy(origin: asking.origin, scriptHash: "'\(Internal.scriptHash)'")
    return stage.rules.headers.headers(of: path, .joined).compactMap { header in
      if header.isNamed("Content-Security-Policy") || header.isNamed("Content-Security-Policy-Report-Only") {
        return Header(header.name, policy.adapting(header.value))
      }
      // What is asked for again must be asked of us, unless its name changes with its content.
      if header.isNamed("Cache-Control"), !header.value.contains("immutable") { return nil }
      if header.isNamed("Strict-Transport-Security") { return nil }
      return header
    }
  }
}

extension [Mistake] {
  /// The mistakes as a terminal shows them, without colour.
  func told(in tongue: Tongue) -> String {
    var out: [UInt8] = []
    for mistake in self { mistake.write(in: tongue, ink: .none, into: &out) }
    return String(decoding: out, as: UTF8.self)
  }
}

extension [UInt8] {
  fileprivate mutating func append(percentEscape byte: UInt8) {
    append(text: "%\([byte].hexadecimal.uppercased())")
  }
}
