// Credentials of clouds and clusters as their tools write them.
import { base64, noise, pem, type Planted, SECRET } from "./planted.ts";

/** The documented example of AWS. */
const AWS_SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const AWS_ID = "AKIAIOSFODNN7EXAMPLE";

const google = {
  type: "service_account",
  project_id: "shop",
  private_key_id: noise(40),
  private_key: pem("", noise(64)),
  client_email: "sa@shop.iam.gserviceaccount.com",
};
const stackit = {
  id: "8a3b9c52-30a6-4b5c-a2b5-6d6f2f1f5a01",
  publicKey: "-----BEGIN PUBLIC KEY-----",
  credentials: {
    kid: "1",
    iss: "sa@sa.stackit.cloud",
    sub: "2",
    aud: "https://stackit",
    privateKey: pem("", noise(64)),
  },
};
const docker = { auths: { "registry.example.com": { auth: base64(`ada:${SECRET}`) } } };
const quoted = (value: unknown): string => JSON.stringify(JSON.stringify(value));

export const clouds: Readonly<Record<string, Planted>> = {
  "AWS credentials file": [
    `[default]\naws_access_key_id = ${AWS_ID}\naws_secret_access_key = ${AWS_SECRET}\n`,
    AWS_SECRET,
  ],
  "AWS session": [`export AWS_SESSION_TOKEN="${noise(100)}"`, noise(100)],
  "AWS in CamelCase": [`{"AccessKeyId":"${AWS_ID}","SecretAccessKey":"${AWS_SECRET}","SessionToken":"x"}`, AWS_SECRET],
  "AWS in words": [`Access key ID: ${AWS_ID}\nSecret access key: ${AWS_SECRET}`, AWS_SECRET],
  "AWS as CSV": [`Access key ID,Secret access key\n${AWS_ID},${AWS_SECRET}`, AWS_SECRET],
  "AWS side by side": [`${AWS_ID}:${AWS_SECRET}`, AWS_SECRET],
  "AWS on the command line": [`aws configure set aws_secret_access_key ${AWS_SECRET}`, AWS_SECRET],
  rclone: [`[stackit]\ntype = s3\naccess_key_id = x\nsecret_access_key = ${SECRET}`, SECRET],
  s3cmd: [`[default]\naccess_key = x\nsecret_key = ${SECRET}`, SECRET],
  "Google service account": [JSON.stringify(google), noise(64)],
  "Google service account, quoted": [quoted(google), noise(64)],
  "Google service account, in Base64": [base64(JSON.stringify(google)), base64(JSON.stringify(google)).slice(150, 200)],
  "Google refresh token by its name": [
    `{"client_id":"x","refresh_token":"${SECRET}","type":"authorized_user"}`,
    SECRET,
  ],
  "STACKIT service account key": [JSON.stringify(stackit), noise(64)],
  "STACKIT service account key, quoted": [quoted(stackit), noise(64)],
  "STACKIT service account token": [`STACKIT_SERVICE_ACCOUNT_TOKEN=${SECRET}`, SECRET],
  "STACKIT private key in the environment": [`STACKIT_PRIVATE_KEY='${pem("", noise(64), "\\n")}'`, noise(64)],
  "OpenStack application credential": [
    `OS_APPLICATION_CREDENTIAL_ID=x\nOS_APPLICATION_CREDENTIAL_SECRET=${SECRET}`,
    SECRET,
  ],
  "OpenStack clouds.yaml": [`clouds:\n  prod:\n    auth:\n      username: ada\n      password: ${SECRET}\n`, SECRET],
  "OpenStack openrc": [`export OS_USERNAME=ada\nexport OS_PASSWORD='${SECRET}'`, SECRET],
  "OpenStack identity": [`{"auth":{"identity":{"password":{"user":{"name":"ada","password":"${SECRET}"}}}}}`, SECRET],
  "Azure service principal": [`{"appId":"x","password":"${SECRET}","tenant":"y"}`, SECRET],
  "Azure in the environment": [`AZURE_CLIENT_SECRET=${SECRET}`, SECRET],
  "kubeconfig with a key": [
    `users:\n- name: a\n  user:\n    client-certificate-data: QQ==\n    client-key-data: ${base64(pem("RSA "))}`,
    base64(pem("RSA ")).slice(20, 60),
  ],
  "kubeconfig with a token": [`apiVersion: v1\nkind: Config\nusers:\n- name: a\n  user: {token: ${SECRET}}`, SECRET],
  "kubeconfig with a password": [
    `users:\n- name: a\n  user:\n    username: admin\n    password: "${SECRET}"\n`,
    SECRET,
  ],
  "kubectl with a token": [`kubectl --token=${SECRET} get pods`, SECRET],
  "Kubernetes Secret in YAML": [
    `apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ndata:\n  db: ${base64(SECRET)}\n`,
    base64(SECRET),
  ],
  "Kubernetes Secret in YAML, data first": [`data:\n  db: ${base64(SECRET)}\nkind: Secret\n`, base64(SECRET)],
  "Kubernetes stringData in YAML": [`kind: Secret\nstringData:\n  user: ada\n  db: ${SECRET}\n`, SECRET],
  "Kubernetes variable in YAML": [`env:\n- name: DB_PASSWORD\n  value: ${SECRET}\n- name: A\n  value: b`, SECRET],
  "Docker configuration": [JSON.stringify(docker), base64(`ada:${SECRET}`)],
  "Docker configuration, quoted": [quoted(docker), base64(`ada:${SECRET}`)],
  "Docker configuration in Base64": [base64(JSON.stringify(docker)), base64(JSON.stringify(docker)).slice(60, 90)],
  "Docker login": [`docker login -u ada -p ${SECRET} registry.example.com`, SECRET],
  Helm: [`helm install db --set auth.password=${SECRET},auth.user=app`, SECRET],
  "Terraform variable": [`terraform apply -var="db_password=${SECRET}"`, SECRET],
  "Terraform file": [`password   = "${SECRET}" # of the database`, SECRET],
  Ansible: [`ansible_become_pass: ${SECRET}`, SECRET],
  "Vault unseal": [`Unseal Key 1: ${noise(44)}`, noise(44)],
  "kubeadm join": [`kubeadm join 10.0.0.1:6443 --token abcdef.${noise(16)}`, noise(16)],
};
