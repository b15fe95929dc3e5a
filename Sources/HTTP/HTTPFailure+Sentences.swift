import Diagnostics
import Language

extension HTTPFailure {
  public func sentence(in tongue: Tongue) -> Sentence {
    switch tongue {
    case .english: english
    case .spanish: spanish
    }
  }
}

extension HTTPFailure {
  private var english: Sentence {
    switch self {
    case .libraryMissing:
      Sentence("libcurl is not installed", hint: "install the package libcurl4 (macOS has it)")
    case .badAddress:
      Sentence(
        "this is no http or https address", hint: "write https://host:port/path, without user or password")
    case .plainRefused:
      Sentence("the address is not encrypted", hint: "use https")
    case .badHeader(let name):
      Sentence(
        "the header \(name) holds a line break or another control character",
        hint: "check where its value comes from; a token may end in a line break")
    case .badAuthorities:
      Sentence(
        "the certificate authority is no certificate", hint: "it must begin with -----BEGIN CERTIFICATE-----")
    case .badIdentity:
      Sentence(
        "the client's certificate and key cannot be used", hint: "both must be PEM, and belong together")
    case .cancelled: Sentence("cancelled")
    case .deadline: Sentence("there was no time left for it")
    case .unknownHost: Sentence("the server's name is not known", hint: "check the name and the DNS server")
    case .unreachable:
      Sentence("nobody answers at the server's address", hint: "check the address, the port and the firewall")
    case .connectTimeout(let seconds):
      Sentence(
        "no connection within \(words(seconds)) s", hint: "check the address, the port and the firewall")
    case .proxyUnreachable:
      Sentence("the proxy is not reached", hint: "check its address, or that of https_proxy")
    case .proxyRefused(let status):
      Sentence("the proxy refuses with status \(status)", hint: "check what it lets through")
    case .untrusted(let reason): english(reason)
    case .handshake:
      Sentence(
        "no secure connection comes about", hint: "does the server speak TLS 1.2 or newer on this port?")
    case .certificateWanted:
      Sentence("the server refuses the client's certificate", hint: "it may have expired; renew it")
    case .answerTimeout(let seconds): Sentence("no whole answer within \(words(seconds)) s")
    case .stalled(let seconds): Sentence("nothing arrived for \(words(seconds)) s")
    case .connectionLost(0): Sentence("the server closed the connection without an answer")
    case .connectionLost(let bytes): Sentence("the connection broke off after \(bytes) bytes")
    case .tooLarge(let limit): Sentence("the answer is larger than \(size(limit))")
    case .headTooLarge(let limit): Sentence("the answer's head is larger than \(limit >> 10) KiB")
    case .garbled: Sentence("the answer is no HTTP", hint: "is it the right port?")
    case .other(let code): Sentence("libcurl gives up with code \(code)")
    }
  }

  private func english(_ reason: Distrust) -> Sentence {
    switch reason {
    case .unknownAuthority:
      Sentence(
        "the server's certificate comes from an unknown authority", hint: "give the authority's certificate")
    case .selfSigned:
      Sentence("the server's certificate is signed by itself", hint: "give it as the authority's certificate")
    case .expired:
      Sentence("the server's certificate has expired", hint: "renew it, or check this machine's clock")
    case .notYetValid:
      Sentence("the server's certificate is not valid yet", hint: "check this machine's clock")
    case .wrongName:
      Sentence(
        "the server's certificate is for another name",
        hint: "use a name that it holds, or set tls-server-name to one")
    case .other: Sentence("the server's certificate does not convince")
    }
  }

  private var spanish: Sentence {
    switch self {
    case .libraryMissing:
      Sentence("libcurl no está instalada", hint: "instala el paquete libcurl4 (macOS ya la trae)")
    case .badAddress:
      Sentence(
        "esto no es una dirección http o https",
        hint: "escribe https://servidor:puerto/ruta, sin usuario ni contraseña")
    case .plainRefused: Sentence("la dirección no va cifrada", hint: "usa https")
    case .badHeader(let name):
      Sentence(
        "la cabecera \(name) contiene un salto de línea u otro carácter de control",
        hint: "revisa de dónde sale su valor; un token puede acabar en salto de línea")
    case .badAuthorities:
      Sentence(
        "la autoridad de certificación no es un certificado",
        hint: "tiene que empezar por -----BEGIN CERTIFICATE-----")
    case .badIdentity:
      Sentence(
        "el certificado y la clave del cliente no sirven",
        hint: "los dos tienen que ser PEM y corresponderse")
    case .cancelled: Sentence("cancelado")
    case .deadline: Sentence("no quedaba tiempo para ello")
    case .unknownHost:
      Sentence("no se conoce el nombre del servidor", hint: "revisa el nombre y el servidor DNS")
    case .unreachable:
      Sentence(
        "nadie responde en la dirección del servidor", hint: "revisa la dirección, el puerto y el cortafuegos"
      )
    case .connectTimeout(let seconds):
      Sentence(
        "sin conexión en \(words(seconds, "," )) s", hint: "revisa la dirección, el puerto y el cortafuegos")
    case .proxyUnreachable:
      Sentence("no se llega al proxy", hint: "revisa su dirección, o la de https_proxy")
    case .proxyRefused(let status):
      Sentence("el proxy se niega con el estado \(status)", hint: "revisa qué deja pasar")
    case .untrusted(let reason): spanish(reason)
    case .handshake:
      Sentence(
        "no se logra una conexión segura", hint: "¿habla el servidor TLS 1.2 o posterior en ese puerto?")
    case .certificateWanted:
      Sentence(
        "el servidor rechaza el certificado del cliente", hint: "puede haber caducado; renuévalo")
    case .answerTimeout(let seconds): Sentence("sin respuesta completa en \(words(seconds, ",")) s")
    case .stalled(let seconds): Sentence("no llegó nada durante \(words(seconds, ",")) s")
    case .connectionLost(0): Sentence("el servidor cerró la conexión sin responder")
    case .connectionLost(let bytes): Sentence("la conexión se cortó a los \(bytes) bytes")
    case .tooLarge(let limit): Sentence("la respuesta ocupa más de \(size(limit))")
    case .headTooLarge(let limit):
      Sentence("la cabecera de la respuesta ocupa más de \(limit >> 10) KiB")
    case .garbled: Sentence("la respuesta no es HTTP", hint: "¿es ese el puerto?")
    case .other(let code): Sentence("libcurl se rinde con el código \(code)")
    }
  }

  private func spanish(_ reason: Distrust) -> Sentence {
    switch reason {
    case .unknownAuthority:
      Sentence(
        "el certificado del servidor viene de una autoridad desconocida",
        hint: "indica el certificado de la autoridad")
    case .selfSigned:
      Sentence(
        "el certificado del servidor se firma a sí mismo",
        hint: "indícalo como certificado de la autoridad")
    case .expired:
      Sentence(
        "el certificado del servidor ha caducado", hint: "renuévalo, o revisa el reloj de esta máquina")
    case .notYetValid:
      Sentence(
        "el certificado del servidor todavía no es válido", hint: "revisa el reloj de esta máquina")
    case .wrongName:
      Sentence(
        "el certificado del servidor es para otro nombre",
        hint: "usa un nombre que figure en él, o ponlo en tls-server-name")
    case .other: Sentence("el certificado del servidor no convence")
    }
  }

  private func size(_ bytes: Int) -> String {
    bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : "\(bytes >> 10) KiB"
  }

  /// `3` or `2.5`: a limit is told as it was set.
  private func words(_ seconds: Double, _ point: String = ".") -> String {
    let tenths = Int((seconds * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10)\(point)\(tenths % 10)"
  }
}
