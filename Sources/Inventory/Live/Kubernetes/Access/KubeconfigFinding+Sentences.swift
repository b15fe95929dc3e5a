import Diagnostics
import Disk
import Language

extension KubeconfigFinding {
  func sentence(in tongue: Tongue) -> Sentence {
    switch tongue {
    case .english: english
    case .spanish: spanish
    }
  }
}

extension KubeconfigFinding {
  private var english: Sentence {
    switch self {
    case .noConfiguration:
      Sentence(
        "no kubeconfig was found, and this is no pod of a cluster",
        hint: "name one with kubeconfig, set KUBECONFIG, or put it in ~/.kube/config")
    case .noContext(let known):
      Sentence("no context is named, and there is no current-context", hint: Self.choice(known, "name one: "))
    case .unknownContext(let name, let nearest, let known):
      Sentence(
        "there is no context '\(name)'",
        hint: nearest.map { "did you mean '\($0)'?" } ?? Self.choice(known, "there are: "))
    case .contextWithout(let part): Sentence("the context names no \(part)", hint: "add '\(part)' to it")
    case .unknownPart(let part, let name, let nearest):
      Sentence("there is no \(part) '\(name)'", hint: nearest.map { "did you mean '\($0)'?" })
    case .noServer: Sentence("the cluster has no server", hint: "write server: https://host:6443")
    case .badServer: Sentence("the server is no address", hint: "write server: https://host:6443")
    case .plainServer:
      Sentence(
        "the server's address is not encrypted", hint: "use https, or set insecure: true on the source")
    case .insecure:
      Sentence(
        "insecure-skip-tls-verify would send the credentials to anybody",
        hint: "give certificate-authority-data instead, or set insecure: true on the source")
    case .badServerName: Sentence("tls-server-name is no name of a server")
    case .authProvider(let name):
      Sentence(
        "auth-provider '\(name)' is not supported, as kubectl no longer supports it",
        hint: "use exec with the provider's plugin, or the token of a service account")
    case .notBase64(let key): Sentence("\(key) is not base 64", hint: "encode it with base64 -w0")
    case .fileUnreadable(let key, let reason):
      Sentence("the file that \(key) names: \(reason.sentence(in: .english).message)")
    case .certificateWithoutKey: Sentence("a client-certificate without client-key", hint: "give both")
    case .keyWithoutCertificate: Sentence("a client-key without client-certificate", hint: "give both")
    case .emptyToken(let key): Sentence("\(key) gives an empty token")
    case .passwordMissing: Sentence("a username without password", hint: "give both, or a token")
    case .execRefused:
      Sentence(
        "this kubeconfig runs a command, and it is named by the site",
        hint: "allow it with --allow-exec once you have read it")
    case .execWithoutCommand: Sentence("exec names no command")
    case .execVersion(let version?):
      Sentence(
        "exec speaks '\(version)'",
        hint: "client.authentication.k8s.io/v1 and v1beta1 are understood; update the plugin")
    case .execVersion(nil):
      Sentence("exec has no apiVersion", hint: "write apiVersion: client.authentication.k8s.io/v1")
    case .execInteractive:
      Sentence("exec wants to ask a person", hint: "use a way to log in that needs nobody, such as a token")
    case .execAbsent(let command, let hint): Sentence("the command '\(command)' is not installed", hint: hint)
    case .execNotStarted(let command): Sentence("the command '\(command)' can't be started")
    case .execFailed(let command, let status):
      Sentence("the command '\(command)' failed with code \(status)", hint: "run it by hand to see why")
    case .execTookTooLong(let command, let seconds):
      Sentence(
        "the command '\(command)' gave nothing within \(seconds) s", hint: "does it wait for an answer?")
    case .execWroteTooMuch(let command): Sentence("the command '\(command)' wrote far more than a credential")
    case .execUnreadable(let command):
      Sentence(
        "what the command '\(command)' wrote is no ExecCredential of its version", hint: "update the plugin")
    case .execWithoutCredential(let command):
      Sentence("the command '\(command)' gave neither a token nor a certificate with its key")
    case .execExpired(let command):
      Sentence("the command '\(command)' gave a credential that has expired", hint: "log in again")
    case .unreadable: Sentence("this is no kubeconfig")
    }
  }

  private var spanish: Sentence {
    switch self {
    case .noConfiguration:
      Sentence(
        "no se encontró ningún kubeconfig, y esto no es un pod de un clúster",
        hint: "indica uno con kubeconfig, define KUBECONFIG o ponlo en ~/.kube/config")
    case .noContext(let known):
      Sentence("no se indica contexto y no hay current-context", hint: Self.choice(known, "indica uno: "))
    case .unknownContext(let name, let nearest, let known):
      Sentence(
        "no hay ningún contexto «\(name)»",
        hint: nearest.map { "¿querías decir «\($0)»?" } ?? Self.choice(known, "hay: "))
    case .contextWithout(let part): Sentence("el contexto no indica \(part)", hint: "añádele «\(part)»")
    case .unknownPart(let part, let name, let nearest):
      Sentence("no hay ningún \(part) «\(name)»", hint: nearest.map { "¿querías decir «\($0)»?" })
    case .noServer:
      Sentence("el clúster no tiene server", hint: "escribe server: https://servidor:6443")
    case .badServer: Sentence("server no es una dirección", hint: "escribe server: https://servidor:6443")
    case .plainServer:
      Sentence(
        "la dirección del servidor no va cifrada", hint: "usa https, o pon insecure: true en la fuente")
    case .insecure:
      Sentence(
        "insecure-skip-tls-verify enviaría las credenciales a cualquiera",
        hint: "indica certificate-authority-data, o pon insecure: true en la fuente")
    case .badServerName: Sentence("tls-server-name no es el nombre de un servidor")
    case .authProvider(let name):
      Sentence(
        "auth-provider «\(name)» no se admite; kubectl tampoco lo admite ya",
        hint: "usa exec con el plugin del proveedor, o el token de una cuenta de servicio")
    case .notBase64(let key): Sentence("\(key) no es base 64", hint: "codifícalo con base64 -w0")
    case .fileUnreadable(let key, let reason):
      Sentence("el archivo que indica \(key): \(reason.sentence(in: .spanish).message)")
    case .certificateWithoutKey: Sentence("client-certificate sin client-key", hint: "indica los dos")
    case .keyWithoutCertificate: Sentence("client-key sin client-certificate", hint: "indica los dos")
    case .emptyToken(let key): Sentence("\(key) da un token vacío")
    case .passwordMissing: Sentence("un username sin password", hint: "indica los dos, o un token")
    case .execRefused:
      Sentence(
        "este kubeconfig ejecuta una orden, y es el sitio quien lo indica",
        hint: "permítelo con --allow-exec cuando lo hayas leído")
    case .execWithoutCommand: Sentence("exec no indica ninguna orden")
    case .execVersion(let version?):
      Sentence(
        "exec habla «\(version)»",
        hint: "se entienden client.authentication.k8s.io/v1 y v1beta1; actualiza el plugin")
    case .execVersion(nil):
      Sentence("exec no tiene apiVersion", hint: "escribe apiVersion: client.authentication.k8s.io/v1")
    case .execInteractive:
      Sentence(
        "exec quiere preguntar a una persona",
        hint: "usa un modo de acceso que no necesite a nadie, como un token")
    case .execAbsent(let command, let hint): Sentence("la orden «\(command)» no está instalada", hint: hint)
    case .execNotStarted(let command): Sentence("la orden «\(command)» no se puede iniciar")
    case .execFailed(let command, let status):
      Sentence(
        "la orden «\(command)» falló con el código \(status)", hint: "ejecútala a mano para ver por qué")
    case .execTookTooLong(let command, let seconds):
      Sentence(
        "la orden «\(command)» no dio nada en \(seconds) s", hint: "¿está esperando una respuesta?")
    case .execWroteTooMuch(let command):
      Sentence("la orden «\(command)» escribió mucho más que una credencial")
    case .execUnreadable(let command):
      Sentence(
        "lo que escribió la orden «\(command)» no es un ExecCredential de su versión",
        hint: "actualiza el plugin")
    case .execWithoutCredential(let command):
      Sentence("la orden «\(command)» no dio ni un token ni un certificado con su clave")
    case .execExpired(let command):
      Sentence("la orden «\(command)» dio una credencial caducada", hint: "vuelve a iniciar sesión")
    case .unreadable: Sentence("esto no es un kubeconfig")
    }
  }

  /// A few of the names there are.
  private static func choice(_ names: [String], _ words: String) -> String? {
    names.isEmpty ? nil : words + names.sorted().prefix(5).joined(separator: ", ")
  }
}
