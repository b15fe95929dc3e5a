import Diagnostics
import Language

extension SourceFinding {
  public func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .badID, .declaredTwice, .missingKey, .uselessKey: declaration(in: tongue)
    case .literalSecret, .secretPlaces: place(in: tongue)
    case .noVariable, .noSecretFile, .emptySecret, .unencryptedSecret, .noAuthority: secret(in: tongue)
    case .unreadable, .status, .unauthorized, .forbidden, .notAnAnswer: answer(in: tongue)
    case .queryRefused, .noNumber: query(in: tongue)
    case .notAllowedToRun, .commandAbsent, .commandNotStarted, .commandFailed, .commandTookTooLong,
      .commandWroteTooMuch:
      command(in: tongue)
    case .withheld, .skipped: facts(in: tongue)
    }
  }
}

extension SourceFinding {
  private func declaration(in tongue: Tongue) -> Sentence {
    switch self {
    case .badID(let id):
      Sentence(
        tongue.pick(
          en: "'\(id)' can't be the name of a source", es: "«\(id)» no puede ser el nombre de una fuente"),
        hint: tongue.pick(
          en: "use small letters, digits and dashes", es: "usa letras minúsculas, cifras y guiones"))
    case .declaredTwice(let id):
      Sentence(
        tongue.pick(
          en: "the source '\(id)' is declared a second time",
          es: "la fuente «\(id)» se declara por segunda vez"),
        hint: tongue.pick(en: "give one of them another 'id'", es: "dale otro «id» a una de ellas"))
    case .missingKey(let key, let type):
      Sentence(
        tongue.pick(
          en: "a source of type '\(type.rawValue)' needs '\(key)'",
          es: "una fuente de tipo «\(type.rawValue)» necesita «\(key)»"),
        hint: tongue.pick(en: "add it", es: "añádelo"))
    case .uselessKey(let key, let type, let taken):
      Sentence(
        tongue.pick(
          en: "'\(key)' means nothing to a source of type '\(type.rawValue)'",
          es: "«\(key)» no significa nada para una fuente de tipo «\(type.rawValue)»"),
        hint: tongue.pick(
          en: "it takes: \(taken.joined(separator: ", "))", es: "admite: \(taken.joined(separator: ", "))"))
    default: preconditionFailure("not about a declaration")
    }
  }

  private func place(in tongue: Tongue) -> Sentence {
    switch self {
    case .literalSecret(let path):
      Sentence(
        tongue.pick(
          en: "'\(path)' holds a secret itself", es: "«\(path)» contiene el propio secreto"),
        hint: tongue.pick(
          en: "write {env: NAME} or {file: PATH}, and have a new one issued if this one was committed",
          es: "escribe {env: NOMBRE} o {file: RUTA}, y pide otro nuevo si este llegó a un commit"))
    case .secretPlaces(let path):
      Sentence(
        tongue.pick(
          en: "'\(path)' must name one place, a variable or a file",
          es: "«\(path)» tiene que indicar un sitio: una variable o un archivo"),
        hint: tongue.pick(
          en: "write {env: NAME} or {file: PATH}", es: "escribe {env: NOMBRE} o {file: RUTA}"))
    default: preconditionFailure("not about a secret's place")
    }
  }

  private func secret(in tongue: Tongue) -> Sentence {
    switch self {
    case .noVariable(let name):
      Sentence(
        tongue.pick(en: "the variable \(name) is not set", es: "la variable \(name) no está definida"),
        hint: tongue.pick(en: "set it where this runs", es: "defínela donde se ejecuta esto"))
    case .noSecretFile(let path):
      Sentence(
        tongue.pick(
          en: "the file '\(path)', which holds a secret, can't be read",
          es: "no se puede leer el archivo «\(path)», que guarda un secreto"),
        hint: tongue.pick(en: "check its path and who may read it", es: "revisa su ruta y quién puede leerlo")
      )
    case .emptySecret(.variable(let name)):
      Sentence(
        tongue.pick(en: "the variable \(name) is empty", es: "la variable \(name) está vacía"),
        hint: tongue.pick(en: "set it where this runs", es: "defínela donde se ejecuta esto"))
    case .emptySecret(.file(let path)):
      Sentence(
        tongue.pick(
          en: "the file '\(path)', which should hold a secret, is empty",
          es: "el archivo «\(path)», que debería guardar un secreto, está vacío"),
        hint: tongue.pick(en: "write the secret into it", es: "escribe en él el secreto"))
    case .unencryptedSecret:
      Sentence(
        tongue.pick(
          en: "the address is not encrypted, so the secret would be readable on the way",
          es: "la dirección no va cifrada, así que el secreto se podría leer por el camino"),
        hint: tongue.pick(en: "use https", es: "usa https"))
    case .noAuthority(let path):
      Sentence(
        tongue.pick(
          en: "the certificate '\(path)' can't be read", es: "no se puede leer el certificado «\(path)»"),
        hint: tongue.pick(en: "check its path", es: "revisa su ruta"))
    default: preconditionFailure("not about a secret")
    }
  }

  private func answer(in tongue: Tongue) -> Sentence {
    switch self {
    case .unreadable(let path):
      Sentence(
        tongue.pick(en: "'\(path)' can't be read", es: "no se puede leer «\(path)»"),
        hint: tongue.pick(en: "check its path and who may read it", es: "revisa su ruta y quién puede leerlo")
      )
    case .status(let status):
      Sentence(
        tongue.pick(
          en: "the server answers with status \(status)", es: "el servidor responde con el estado \(status)"),
        hint: tongue.pick(en: "check the address and the server", es: "revisa la dirección y el servidor"))
    case .unauthorized:
      Sentence(
        tongue.pick(
          en: "the server does not know the credentials", es: "el servidor no reconoce las credenciales"),
        hint: tongue.pick(en: "they may have expired; renew them", es: "pueden haber caducado; renuévalas"))
    case .forbidden:
      Sentence(
        tongue.pick(
          en: "the credentials may not read this", es: "las credenciales no permiten leer esto"),
        hint: tongue.pick(en: "give them the right to read", es: "dales permiso de lectura"))
    case .notAnAnswer(let what):
      Sentence(
        tongue.pick(
          en: "what came is no answer of \(what)", es: "lo que llegó no es una respuesta de \(what)"),
        hint: tongue.pick(
          en: "is it the right address, and is there a login page before it?",
          es: "¿es esa la dirección, y no hay una página de acceso delante?"))
    default: preconditionFailure("not about an answer")
    }
  }

  private func query(in tongue: Tongue) -> Sentence {
    switch self {
    case .queryRefused(let name, let words):
      Sentence(
        tongue.pick(
          en: "the query '\(name)' was refused" + (words.isEmpty ? "" : ": \(words)"),
          es: "la consulta «\(name)» se rechazó" + (words.isEmpty ? "" : ": \(words)")),
        hint: tongue.pick(
          en: "try it in the server's own page", es: "pruébala en la página del propio servidor"))
    case .noNumber(let name, let found):
      Sentence(
        tongue.pick(
          en: "the query '\(name)' gave \(found.words(in: tongue))",
          es: "la consulta «\(name)» dio \(found.words(in: tongue))"),
        hint: found.hint(in: tongue))
    default: preconditionFailure("not about a query")
    }
  }

  private func command(in tongue: Tongue) -> Sentence {
    switch self {
    case .notAllowedToRun(let name):
      Sentence(
        tongue.pick(
          en: "the command '\(name)' was not run", es: "no se ejecutó la orden «\(name)»"),
        hint: tongue.pick(en: "allow commands with --allow-exec", es: "permite las órdenes con --allow-exec"))
    case .commandAbsent(let name):
      Sentence(
        tongue.pick(en: "there is no command '\(name)'", es: "no existe la orden «\(name)»"),
        hint: tongue.pick(
          en: "install it, or write its whole path", es: "instálala o escribe su ruta completa"))
    case .commandNotStarted(let name):
      Sentence(
        tongue.pick(
          en: "the command '\(name)' could not be started", es: "no se pudo iniciar la orden «\(name)»"),
        hint: tongue.pick(en: "check that it may be run", es: "revisa que se pueda ejecutar"))
    case .commandFailed(let name, let status, let words):
      Sentence(
        tongue.pick(
          en: "the command '\(name)' failed with code \(status)" + (words.isEmpty ? "" : ": \(words)"),
          es: "la orden «\(name)» falló con el código \(status)" + (words.isEmpty ? "" : ": \(words)")),
        hint: tongue.pick(en: "run it by hand", es: "ejecútala a mano"))
    case .commandTookTooLong(let name, let seconds):
      Sentence(
        tongue.pick(
          en: "the command '\(name)' took longer than \(seconds) s and was ended",
          es: "la orden «\(name)» tardó más de \(seconds) s y se detuvo"),
        hint: tongue.pick(en: "raise 'limits.total', or ask for less", es: "sube «limits.total» o pide menos")
      )
    case .commandWroteTooMuch(let name, let limit):
      Sentence(
        tongue.pick(
          en: "the command '\(name)' wrote more than \(limit) bytes and was ended",
          es: "la orden «\(name)» escribió más de \(limit) bytes y se detuvo"),
        hint: tongue.pick(en: "raise 'limits.size', or ask for less", es: "sube «limits.size» o pide menos"))
    default: preconditionFailure("not about a command")
    }
  }

  private func facts(in tongue: Tongue) -> Sentence {
    switch self {
    case .withheld(let path):
      Sentence(
        tongue.pick(
          en: "'\(path)' looks private and was left out", es: "«\(path)» parece privado y se dejó fuera"),
        hint: tongue.pick(en: "nothing of it was written", es: "no se escribió nada de ello"))
    case .skipped(let path):
      Sentence(
        tongue.pick(
          en: "'\(path)' can't be read and was passed over",
          es: "no se puede leer «\(path)» y se pasó por alto"),
        hint: tongue.pick(en: "is it YAML?", es: "¿es YAML?"))
    default: preconditionFailure("not about facts")
    }
  }
}

extension SourceFinding.NoNumber {
  fileprivate func words(in tongue: Tongue) -> String {
    switch self {
    case .nothing: tongue.pick(en: "nothing", es: "un resultado vacío")
    case .several: tongue.pick(en: "several numbers", es: "varios números")
    case .text: tongue.pick(en: "a text", es: "un texto")
    case .notFinite: tongue.pick(en: "no finite number", es: "un número que no es finito")
    case .overTime: tongue.pick(en: "values over time", es: "valores a lo largo del tiempo")
    }
  }

  fileprivate func hint(in tongue: Tongue) -> String {
    switch self {
    case .nothing:
      tongue.pick(
        en: "check the metric's name; a server just started may know nothing yet",
        es: "revisa el nombre de la métrica; un servidor recién arrancado puede no saber nada aún")
    case .several: tongue.pick(en: "make one of them: sum(…), max(…)", es: "reúnelos en uno: sum(…), max(…)")
    case .text: tongue.pick(en: "ask for a number", es: "pide un número")
    case .notFinite:
      tongue.pick(
        en: "it divides by zero, or its metric says so", es: "divide entre cero, o lo dice su métrica")
    case .overTime:
      tongue.pick(
        en: "take [5m] out of the query, and use 'range'", es: "quita [5m] de la consulta y usa «range»")
    }
  }
}
