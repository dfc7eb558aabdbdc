var e,t,n,r,i,a,o,s,c,l,u,d,f,p,m={},h=[],g=/acit|ex(?:s|g|n|p|$)|rph|grid|ows|mnc|ntw|ine[ch]|zoo|^ord|itera/i,_=Array.isArray;function v(e,t){for(var n in t)e[n]=t[n];return e}function y(e){e&&e.parentNode&&e.parentNode.removeChild(e)}function b(t,n,r){var i,a,o,s={};for(o in n)o==`key`?i=n[o]:o==`ref`?a=n[o]:s[o]=n[o];if(arguments.length>2&&(s.children=arguments.length>3?e.call(arguments,2):r),typeof t==`function`&&t.defaultProps!=null)for(o in t.defaultProps)s[o]===void 0&&(s[o]=t.defaultProps[o]);return x(t,s,i,a,null)}function x(e,r,i,a,o){var s={type:e,props:r,key:i,ref:a,__k:null,__:null,__b:0,__e:null,__c:null,constructor:void 0,__v:o??++n,__i:-1,__u:0};return o==null&&t.vnode!=null&&t.vnode(s),s}function S(e){return e.children}function C(e,t){this.props=e,this.context=t}function w(e,t){if(t==null)return e.__?w(e.__,e.__i+1):null;for(var n;t<e.__k.length;t++)if((n=e.__k[t])!=null&&n.__e!=null)return n.__e;return typeof e.type==`function`?w(e):null}function ee(e){if(e.__P&&e.__d){var n=e.__v,r=n.__e,i=[],a=[],o=v({},n);o.__v=n.__v+1,t.vnode&&t.vnode(o),oe(e.__P,o,n,e.__n,e.__P.namespaceURI,32&n.__u?[r]:null,i,r??w(n),!!(32&n.__u),a),o.__v=n.__v,o.__.__k[o.__i]=o,ce(i,o,a),n.__e=n.__=null,o.__e!=r&&T(o)}}function T(e){if((e=e.__)!=null&&e.__c!=null)return e.__e=e.__c.base=null,e.__k.some(function(t){if(t!=null&&t.__e!=null)return e.__e=e.__c.base=t.__e}),T(e)}function E(e){(!e.__d&&(e.__d=!0)&&r.push(e)&&!D.__r++||i!=t.debounceRendering)&&((i=t.debounceRendering)||a)(D)}function D(){try{for(var e,t=1;r.length;)r.length>t&&r.sort(o),e=r.shift(),t=r.length,ee(e)}finally{r.length=D.__r=0}}function te(e,t,n,r,i,a,o,s,c,l,u){var d,f,p,g,_,v,y=r&&r.__k||h,b=t.length;for(c=O(n,t,y,c,b),d=0;d<b;d++)(p=n.__k[d])!=null&&(f=p.__i!=-1&&y[p.__i]||m,p.__i=d,v=oe(e,p,f,i,a,o,s,c,l,u),g=p.__e,p.ref&&f.ref!=p.ref&&(f.ref&&de(f.ref,null,p),u.push(p.ref,p.__c||g,p)),_==null&&g!=null&&(_=g),4&p.__u?(c=ne(p,c,e),f.__e&&(f.__e=null)):typeof p.type==`function`&&v!==void 0?c=v:g&&(c=g.nextSibling),p.__u&=-7);return n.__e=_,c}function O(e,t,n,r,i){var a,o,s,c,l,u=n.length,d=u,f=0;for(e.__k=Array(i),a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o==`string`||typeof o==`number`||typeof o==`bigint`||o.constructor==String?o=e.__k[a]=x(null,o,null,null,null):_(o)?o=e.__k[a]=x(S,{children:o},null,null,null):o.constructor===void 0&&o.__b>0?o=e.__k[a]=x(o.type,o.props,o.key,o.ref?o.ref:null,o.__v):e.__k[a]=o,c=a+f,o.__=e,o.__b=e.__b+1,s=null,(l=o.__i=re(o,n,c,d))!=-1&&(d--,(s=n[l])&&(s.__u|=2)),s==null||s.__v==null?(l==-1&&(i>u?f--:i<u&&f++),typeof o.type!=`function`&&(o.__u|=4)):l!=c&&(l==c-1?f--:l==c+1?f++:(l>c?f--:f++,o.__u|=4))):e.__k[a]=null;if(d)for(a=0;a<u;a++)(s=n[a])!=null&&!(2&s.__u)&&(s.__e==r&&(r=w(s)),fe(s,s));return r}function ne(e,t,n){var r,i;if(typeof e.type==`function`){for(r=e.__k,i=0;r&&i<r.length;i++)r[i]&&(r[i].__=e,t=ne(r[i],t,n));return t}e.__e!=t&&(t&&e.type&&!t.parentNode&&(t=w(e)),t=n.insertBefore(e.__e,t||null));do t&&=t.nextSibling;while(t!=null&&t.nodeType==8);return t}function re(e,t,n,r){var i,a,o,s=e.key,c=e.type,l=t[n],u=l!=null&&!(2&l.__u);if(l===null&&s==null||u&&s==l.key&&c==l.type)return n;if(r>+!!u){for(i=n-1,a=n+1;i>=0||a<t.length;)if((l=t[o=i>=0?i--:a++])!=null&&!(2&l.__u)&&s==l.key&&c==l.type)return o}return-1}function ie(e,t,n){t[0]==`-`?e.setProperty(t,n??``):e[t]=n==null?``:typeof n!=`number`||g.test(t)?n:n+`px`}function ae(e,t,n,r,i){var a,o;n:if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||ie(e.style,t,``);if(n)for(t in n)r&&n[t]==r[t]||ie(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)a=t!=(t=t.replace(u,`$1`)),o=t.toLowerCase(),t=o in e||t==`onFocusOut`||t==`onFocusIn`?o.slice(2):t.slice(2),e.l||={},e.l[t+a]=n,n?r?n[l]=r[l]:(n[l]=d,e.addEventListener(t,a?p:f,a)):e.removeEventListener(t,a?p:f,a);else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;break n}catch{}typeof n==`function`||(n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n))}}function k(e){return function(n){if(this.l){var r=this.l[n.type+e];if(n[c]==null)n[c]=d++;else if(n[c]<r[l])return;return r(t.event?t.event(n):n)}}}function oe(e,n,r,i,a,o,s,c,l,u){var d,f,p,m,g,b,x,ee,T,E,D,O,ne,re,ie,ae,k=n.type;if(n.constructor!==void 0)return null;128&r.__u&&(l=!!(32&r.__u),o=[c=n.__e=r.__e]),(d=t.__b)&&d(n);n:if(typeof k==`function`){f=s.length;try{if(T=n.props,E=k.prototype&&k.prototype.render,D=(d=k.contextType)&&i[d.__c],O=d?D?D.props.value:d.__:i,r.__c?ee=(p=n.__c=r.__c).__=p.__E:(E?n.__c=p=new k(T,O):(n.__c=p=new C(T,O),p.constructor=k,p.render=pe),D&&D.sub(p),p.state||(p.state={}),p.__n=i,m=p.__d=!0,p.__h=[],p._sb=[]),E&&p.__s==null&&(p.__s=p.state),E&&k.getDerivedStateFromProps!=null&&(p.__s==p.state&&(p.__s=v({},p.__s)),v(p.__s,k.getDerivedStateFromProps(T,p.__s))),g=p.props,b=p.state,p.__v=n,m)E&&k.getDerivedStateFromProps==null&&p.componentWillMount!=null&&p.componentWillMount(),E&&p.componentDidMount!=null&&p.__h.push(p.componentDidMount);else{if(E&&k.getDerivedStateFromProps==null&&T!==g&&p.componentWillReceiveProps!=null&&p.componentWillReceiveProps(T,O),n.__v==r.__v||!p.__e&&p.shouldComponentUpdate!=null&&!1===p.shouldComponentUpdate(T,p.__s,O)){n.__v!=r.__v&&(p.props=T,p.state=p.__s,p.__d=!1),n.__e=r.__e,n.__k=r.__k,n.__k.some(function(e){e&&(e.__=n)}),h.push.apply(p.__h,p._sb),p._sb=[],p.__h.length&&s.push(p),c=w(r);break n}p.componentWillUpdate!=null&&p.componentWillUpdate(T,p.__s,O),E&&p.componentDidUpdate!=null&&p.__h.push(function(){p.componentDidUpdate(g,b,x)})}if(p.context=O,p.props=T,p.__P=e,p.__e=!1,ne=t.__r,re=0,E)p.state=p.__s,p.__d=!1,ne&&ne(n),d=p.render(p.props,p.state,p.context),h.push.apply(p.__h,p._sb),p._sb=[];else do p.__d=!1,ne&&ne(n),d=p.render(p.props,p.state,p.context),p.state=p.__s;while(p.__d&&++re<25);p.state=p.__s,p.getChildContext!=null&&(i=v(v({},i),p.getChildContext())),E&&!m&&p.getSnapshotBeforeUpdate!=null&&(x=p.getSnapshotBeforeUpdate(g,b)),ie=d!=null&&d.type===S&&d.key==null?le(d.props.children):d,c=te(e,_(ie)?ie:[ie],n,r,i,a,o,s,c,l,u),p.base=n.__e,n.__u&=-161,p.__h.length&&s.push(p),ee&&(p.__E=p.__=null)}catch(e){if(s.length=f,n.__v=null,l||o!=null){if(e.then){for(n.__u|=l?160:128;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;o!=null&&(o[o.indexOf(c)]=null),n.__e=c}else if(o!=null)for(ae=o.length;ae--;)y(o[ae])}else n.__e=r.__e;n.__k??=r.__k||[],e.then||se(n),t.__e(e,n,r)}}else o==null&&n.__v==r.__v?(n.__k=r.__k,n.__e=r.__e):c=n.__e=ue(r.__e,n,r,i,a,o,s,l,u);return(d=t.diffed)&&d(n),128&n.__u?void 0:c}function se(e){e&&(e.__c&&(e.__c.__e=!0),e.__k&&e.__k.some(se))}function ce(e,n,r){for(var i=0;i<r.length;i++)de(r[i],r[++i],r[++i]);t.__c&&t.__c(n,e),e.some(function(n){try{e=n.__h,n.__h=[],e.some(function(e){e.call(n)})}catch(e){t.__e(e,n.__v)}})}function le(e){return typeof e!=`object`||!e||e.__b>0?e:_(e)?e.map(le):e.constructor===void 0?v({},e):null}function ue(n,r,i,a,o,s,c,l,u){var d,f,p,h,g,v,b,x=i.props||m,S=r.props,C=r.type;if(C==`svg`?o=`http://www.w3.org/2000/svg`:C==`math`?o=`http://www.w3.org/1998/Math/MathML`:o||=`http://www.w3.org/1999/xhtml`,s!=null){for(d=0;d<s.length;d++)if((g=s[d])&&`setAttribute`in g==!!C&&(C?g.localName==C:g.nodeType==3)){n=g,s[d]=null;break}}if(n==null){if(C==null)return document.createTextNode(S);n=document.createElementNS(o,C,S.is&&S),l&&=(t.__m&&t.__m(r,s),!1),s=null}if(C==null)x===S||l&&n.data==S||(n.data=S);else{if(s=C==`textarea`&&S.defaultValue!=null?null:s&&e.call(n.childNodes),!l&&s!=null)for(x={},d=0;d<n.attributes.length;d++)x[(g=n.attributes[d]).name]=g.value;for(d in x)g=x[d],d==`dangerouslySetInnerHTML`?p=g:d==`children`||d in S||d==`value`&&`defaultValue`in S||d==`checked`&&`defaultChecked`in S||ae(n,d,null,g,o);for(d in S)g=S[d],d==`children`?h=g:d==`dangerouslySetInnerHTML`?f=g:d==`value`?v=g:d==`checked`?b=g:l&&typeof g!=`function`||x[d]===g||ae(n,d,g,x[d],o);if(f)l||p&&(f.__html==p.__html||f.__html==n.innerHTML)||(n.innerHTML=f.__html),r.__k=[];else if(p&&(n.innerHTML=``),te(r.type==`template`?n.content:n,_(h)?h:[h],r,i,a,C==`foreignObject`?`http://www.w3.org/1999/xhtml`:o,s,c,s?s[0]:i.__k&&w(i,0),l,u),s!=null)for(d=s.length;d--;)y(s[d]);l&&C!=`textarea`||(d=`value`,C==`progress`&&v==null?n.removeAttribute(`value`):v!=null&&(v!==n[d]||C==`progress`&&!v||C==`option`&&v!=x[d])&&ae(n,d,v,x[d],o),d=`checked`,b!=null&&b!=n[d]&&ae(n,d,b,x[d],o))}return n}function de(e,n,r){try{if(typeof e==`function`){var i=typeof e.__u==`function`;i&&e.__u(),i&&n==null||(e.__u=e(n))}else e.current=n}catch(e){t.__e(e,r)}}function fe(e,n,r){var i,a;if(t.unmount&&t.unmount(e),(i=e.ref)&&(i.current&&i.current!=e.__e||de(i,null,n)),(i=e.__c)!=null){if(i.componentWillUnmount)try{i.componentWillUnmount()}catch(e){t.__e(e,n)}i.base=i.__P=i.__n=null}if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&fe(i[a],n,r||typeof e.type!=`function`);r||y(e.__e),e.__c=e.__=e.__e=void 0}function pe(e,t,n){return this.constructor(e,n)}function me(n,r,i){var a,o,s,c;r==document&&(r=document.documentElement),t.__&&t.__(n,r),o=(a=typeof i==`function`)?null:i&&i.__k||r.__k,s=[],c=[],oe(r,n=(!a&&i||r).__k=b(S,null,[n]),o||m,m,r.namespaceURI,!a&&i?[i]:o?null:r.firstChild?e.call(r.childNodes):null,s,!a&&i?i:o?o.__e:r.firstChild,a,c),ce(s,n,c),n.props.children=null}e=h.slice,t={__e:function(e,t,n,r){for(var i,a,o;t=t.__;)if((i=t.__c)&&!i.__)try{if((a=i.constructor)&&a.getDerivedStateFromError!=null&&(i.setState(a.getDerivedStateFromError(e)),o=i.__d),i.componentDidCatch!=null&&(i.componentDidCatch(e,r||{}),o=i.__d),o)return i.__E=i}catch(t){e=t}throw e}},n=0,C.prototype.setState=function(e,t){var n=this.__s!=null&&this.__s!=this.state?this.__s:this.__s=v({},this.state);typeof e==`function`&&(e=e(v({},n),this.props)),e&&v(n,e),e!=null&&this.__v&&(t&&this._sb.push(t),E(this))},C.prototype.forceUpdate=function(e){this.__v&&(this.__e=!0,e&&this.__h.push(e),E(this))},C.prototype.render=S,r=[],a=typeof Promise==`function`?Promise.prototype.then.bind(Promise.resolve()):setTimeout,o=function(e,t){return e.__v.__b-t.__v.__b},D.__r=0,s=Math.random().toString(8),c=`__d`+s,l=`__a`+s,u=/(PointerCapture)$|Capture$/i,d=0,f=k(!1),p=k(!0);var A,j,he,ge,_e=0,ve=[],M=t,ye=M.__b,be=M.__r,xe=M.diffed,Se=M.__c,Ce=M.unmount,we=M.__;function Te(e,t){M.__h&&M.__h(j,e,_e||t),_e=0;var n=j.__H||(j.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function N(e){return _e=1,Ee(Le,e)}function Ee(e,t,n){var r=Te(A++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):Le(void 0,t),function(e){var t=r.__N?r.__N[0]:r.__[0],n=r.t(t,e);t!==n&&(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=j,!j.__f)){var i=function(e,t,n){if(!r.__c.__H)return!0;var i=!1,o=r.__c.props!==e;if(r.__c.__H.__.some(function(e){if(e.__N){i=!0;var t=e.__[0];e.__=e.__N,e.__N=void 0,t!==e.__[0]&&(o=!0)}}),a){var s=a.call(this,e,t,n);return i?s||o:s}return!i||o};j.__f=!0;var a=j.shouldComponentUpdate,o=j.componentWillUpdate;j.componentWillUpdate=function(e,t,n){if(this.__e){var r=a;a=void 0,i(e,t,n),a=r}o&&o.call(this,e,t,n)},j.shouldComponentUpdate=i}return r.__N||r.__}function P(e,t){var n=Te(A++,3);!M.__s&&Ie(n.__H,t)&&(n.__=e,n.u=t,j.__H.__h.push(n))}function De(e,t){var n=Te(A++,4);!M.__s&&Ie(n.__H,t)&&(n.__=e,n.u=t,j.__h.push(n))}function Oe(e){return _e=5,ke(function(){return{current:e}},[])}function ke(e,t){var n=Te(A++,7);return Ie(n.__H,t)&&(n.__=e(),n.__H=t,n.__h=e),n.__}function Ae(){var e=Te(A++,11);if(!e.__){for(var t=j.__v;t!==null&&!t.__m&&t.__!==null;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function je(){for(var e;e=ve.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(Pe),t.__h.some(Fe),t.__h=[]}catch(n){t.__h=[],M.__e(n,e.__v)}}}M.__b=function(e){j=null,ye&&ye(e)},M.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),we&&we(e,t)},M.__r=function(e){be&&be(e),A=0;var t=(j=e.__c).__H;t&&(he===j?(t.__h=[],j.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})):(t.__h.some(Pe),t.__h.some(Fe),t.__h=[],A=0)),he=j},M.diffed=function(e){xe&&xe(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&(ve.push(t)!==1&&ge===M.requestAnimationFrame||((ge=M.requestAnimationFrame)||Ne)(je)),t.__H.__.some(function(e){e.u&&=(e.__H=e.u,void 0)})),he=j=null},M.__c=function(e,t){t.some(function(e){try{e.__h.some(Pe),e.__h=e.__h.filter(function(e){return!e.__||Fe(e)})}catch(n){t.some(function(e){e.__h&&=[]}),t=[],M.__e(n,e.__v)}}),Se&&Se(e,t)},M.unmount=function(e){Ce&&Ce(e);var t,n=e.__c;n&&n.__H&&(n.__H.__.some(function(e){try{Pe(e)}catch(e){t=e}}),n.__H=void 0,t&&M.__e(t,n.__v))};var Me=typeof requestAnimationFrame==`function`;function Ne(e){var t,n=function(){clearTimeout(r),Me&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Me&&(t=requestAnimationFrame(n))}function Pe(e){var t=j,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),j=t}function Fe(e){var t=j;e.__c=e.__(),j=t}function Ie(e,t){return!e||e.length!==t.length||t.some(function(t,n){return t!==e[n]})}function Le(e,t){return typeof t==`function`?t(e):t}function Re(e){let t=new Set;return{get:()=>e,set:n=>{if(!Object.is(n,e)){e=n;for(let e of[...t])e()}},subscribe:e=>(t.add(e),()=>t.delete(e))}}function F(e){let[,t]=N(0);return P(()=>e.subscribe(()=>t(e=>e+1)),[e]),e.get()}var ze=[`coverage`,`todo`,`explain`,`crosswalk`,`overlap`,`neighbourhood`,`facts`,`search`],Be=[`lang`,`held`,`target`,`asof`,`scope`,`assurance`,`hops`];function Ve(e){let[t=``,n=``]=e.replace(/^#\/?/,``).split(`?`,2);return{view:ze.find(e=>e===t)??`coverage`,params:new URLSearchParams(n)}}function He(e,t){let n=[...t].map(([e,t])=>`${e}=${encodeURIComponent(t).replace(/%2F/g,`/`).replace(/%2C/g,`,`).replace(/%20/g,`+`)}`);return`#/${e}${n.length?`?${n.join(`&`)}`:``}`}var Ue=Re(location.hash);addEventListener(`hashchange`,()=>Ue.set(location.hash));function We(e,t,n={}){let r=new URLSearchParams;for(let[n,i]of e.params)(t===e.view||Be.includes(n))&&r.set(n,i);for(let[e,t]of Object.entries(n)){let n=Array.isArray(t)?t.join(`,`):t;n?r.set(e,n):r.delete(e)}return He(t,r)}function Ge(e,t=!1){t?(history.replaceState(null,``,e),Ue.set(e)):location.hash=e}function I(){let e=Ve(F(Ue)),t=t=>e.params.get(t)??``;return{...e,get:t,list:e=>t(e).split(`,`).filter(Boolean),href:(t,n)=>We(e,t,n),change:(t,n)=>Ge(We(Ve(location.hash),e.view,t),n)}}var Ke={views:{coverage:`Coverage`,todo:`What is left`,explain:`Explain`,crosswalk:`Crosswalk`,overlap:`Overlap`,neighbourhood:`Neighbourhood`,facts:`Facts`,search:`Search`},skip:`Skip to the content`,viewsLabel:`Views`,print:`Print`,dark:`Dark`,copyLink:`Copy link`,copied:`Link copied: it holds all that you see.`,copiedWithoutInventory:`Link copied. Your control inventory is not in it; whoever opens it sees the answer without.`,notCopied:`The browser does not let pages copy; take the link from the address bar.`,permalink:`Link`,schema:`Schema`,licences:`Licences`,searchKey:`Ctrl+K: search`,disclaimer:`Reusable is not compliant. Not legal advice, not an audit; endorsed by neither ISO nor KISA.`,loading:`Loading…`,serverAway:`The server does not answer. What you see may be out of date; the page keeps trying.`,refused:`The server cannot answer this.`,unknownRef:`This reference names nothing.`,didYouMean:`Did you mean`,tryAgain:`Try again`,needsKey:`This server wants to know who is asking.`,wrongKey:`The server does not know this key.`,key:`Key or token`,keyMeans:`It is sent with each question, and forgotten when the page is closed.`,openWithKey:`Go on`,nothingFound:`Nothing found.`,noneShown:`No requirement fits the filter.`,question:`Question`,held:`What you hold`,heldPlaceholder:`Add a standard or requirement`,target:`What you want`,chooseTarget:`Choose a standard`,conditions:e=>e?`Conditions (${e})`:`Conditions`,asOf:`As of`,assuranceAtLeast:`Claims at least`,hops:`Claims in a row`,any:`Any`,direct:`Direct claims alone`,atMost:e=>e===1?`Direct claims alone`:`At most ${e}`,scope:`Scope`,anyScope:`All scopes`,remove:e=>`Remove ${e}`,ownControls:(e,t)=>`${e}: ${t} controls`,upload:`Upload your controls`,uploadMeans:`XLSX, CSV or YAML. The file goes along with each question, is kept by nobody, and is in no link.`,fileTooLarge:e=>`The file is larger than ${e} kB. Leave out what is not about controls, or ask on the command line with --controls.`,noControls:`No controls were understood in this file:`,readingNotes:(e,t,n)=>`${e} controls read, with ${t} notes, ${n} of them to look at`,severity:{INFO:`read as`,WARNING:`look at`,ERROR:`left out`},startTitle:`Which of the controls you already have satisfy a new standard, how do you know, and what is left to do?`,startText:`Choose above what you hold and what you want, or begin with one of these:`,startExample:(e,t)=>`${e} → ${t}`,coverageOf:e=>`What is proved of ${e}, given what you hold.`,asOfRevision:(e,t)=>`As of ${e}; data revision ${t}`,asOfDay:e=>`As of ${e}`,legend:`Legend and filter`,outOf:e=>`of ${e}`,countOf:(e,t)=>`${e} of ${t}`,byHeading:`By heading`,allLevels:`All levels`,heading:`Heading`,total:`Total`,eachRequirement:`Each requirement`,requirements:`Requirements`,showAll:`Show all`,number:`No.`,requirement:`Requirement`,verdict:`Verdict`,disposition:`Disposition`,blockedBy:e=>`held back by ${e}`,doubts:e=>`Doubts: held, although no control named for it counts (${e})`,todoOf:e=>`What ${e} still asks of you, in the order of the work.`,whatRemains:`What remains`,blockers:`Held back by`,via:`Via`,audit:`Audit`,mayBeOmitted:`may be omitted on conditions`,download:`Download`,document:`Document`,format:`Format`,documentLanguage:`Language of the document`,deliverable:{WORKBOOK:`Gap workbook`,SOA:`Statement of applicability (Annex A)`,OPERATION_STATEMENT:`Statement of operation (ISMS, ISMS-P)`,TRANSITION:`Transition plan (old edition held)`,AUDIT_TIME:`Audit time worksheet`,SUMMARY:`Summary for the management`},formats:{XLSX:`Excel (XLSX)`,CSV:`CSV`,MD:`Markdown`,HTML:`HTML`},languages:{EN:`English`,KO:`Korean`,BOTH:`Both`},explainTitle:`Why does a requirement have its verdict?`,explainChoose:`Choose a requirement above.`,explainHold:`Say what you hold, and choose a requirement.`,explainExample:`An example: Password Management of ISMS-P for a holder of ISO/IEC 27001:2022`,requirementAsked:`Requirement`,findRequirement:`Number or words, such as 2.5.4`,seeNeighbourhood:`See what is related to it`,conflict:`Contradiction`,conflictMeans:`The claims say the opposite, too; look at them before you rely on this verdict:`,withThem:`With that in place:`,pointByPoint:`Point by point`,beyond:e=>`beyond ${e}:`,nothingRemains:`Nothing remains.`,noPoints:`The obligations of this requirement are not worked out.`,nothingFollows:`Why nothing follows`,nobodyLooked:`Nobody has compared what you hold with this requirement. This is not a gap: find out first.`,touchedOnly:`Claims touch this requirement, but set logic proves none of its obligations:`,proof:`Proof`,proofDrawing:`The proof as a graph: what is held on top, what follows below`,proofAssurance:e=>`as sure as its weakest claim: ${e}`,part:`part and whole`,notProved:`nothing is proved of it`,heldBy:e=>`held by ${e}`,heldShort:`held`,missing:`Of these sources nothing is proved:`,strength:`Strength`,outOfTen:e=>`${e} of 10`,basisWord:`Basis`,assuranceWord:`Assurance`,source:`Source`,editions:`Editions`,claim:`Claim`,omission:`Audit that may be omitted`,omissionMeans:`An omitted audit is not a requirement met: no verdict depends on it. All of this has to be the case:`,searchLabel:`Search requirements`,searchPlaceholder:`Number, English or Korean: 2.5.4, A.5.17, access review, 접근권한`,searchTitle:`Find a requirement by its number or by words of either language`,searchText:`For example:`,hits:`Hits`,hitCount:(e,t)=>`${e} hits for “${t}”`,moreHits:e=>`Show up to ${e}`,standard:`Standard`,kindWord:`Kind`,byId:`by number`,addToHeld:`Add to what you hold`,from:`From`,to:`To`,switchDirection:`Switch direction`,asTable:`As a table`,onlyUnmapped:`Unmapped only`,noCrosswalk:`Nobody has related these two standards directly.`,noCrosswalkMeans:`What follows by way of others is in Coverage.`,crosswalkOf:(e,t,n)=>`${e} claims between ${t} and ${n}.`,unmappedCounts:(e,t,n,r,i,a)=>`Unmapped: ${e} of ${t} in ${n}, ${r} of ${i} in ${a}.`,sourceTree:e=>`From: ${e}`,targetTree:e=>`To: ${e}`,treeLegend:`= same · ⊂ contained in · ⊃ contains · ∩ overlaps · ∅ looked at, nothing in common. Point at a requirement to see its claims; select it to keep them. A dashed line is a joint claim.`,markUnrelated:`∅ unrelated`,markUnclaimed:`no claim`,claims:`Claims`,claimsOf:e=>`Claims of ${e}`,inNoClaim:`No claim relates it to anything.`,selectHint:`Select a requirement on either side to read its claims.`,allOf:e=>`all of ${e}`,relationWord:`Relation`,whyWord:`Why`,matrixTitle:`How far one standard meets another`,matrixMeans:`Rows are held, columns are wanted. Each count is of the assessable requirements of the target, by what is proved of them for a holder of all of the held standard; the two directions differ.`,standardsShown:(e,t)=>`Standards shown: ${e} of ${t}`,twoStandards:`Choose two standards or more.`,heldByTarget:`held \\ target`,pair:(e,t)=>`Holding ${e}, of ${t}:`,nextTitle:`Which standard next`,nextOrder:`First those with the fewest requirements of which nothing is proved (POSSIBLE, NONE, UNKNOWN), then those with the fewest PARTIAL.`,nextHold:`Say what you hold to see which standard is nearest.`,verdictsOf:`Verdicts`,editionsTitle:`What a new edition changes`,edition:`Edition`,changeWord:`Change`,flowDrawing:`Flow from the headings of the old edition to those of the new one; a band is as wide as the number of pairs of an old and a new requirement`,changeList:e=>`List of changes (${e})`,neighbourhoodTitle:`What is related to a requirement? Choose one above, or one of these:`,neighbourhoodDrawing:`The claims around the requirement as a graph`,laws:`Rests on`,claimsAndApart:(e,t)=>`${e}, and ${t} that say: unrelated`,here:`Here`,there:`There`,scheme:`Scheme`,noSchemes:`Nothing is known of any scheme.`,statement:`Statement`,certaintyWord:`Certainty`,validity:`In force`,since:e=>`from ${e}`,until:e=>`to ${e}`,obligedTitle:`Are you obliged?`,obligedMeans:`Say what you know; what depends on the rest stays open. This is not legal advice. Your answers are part of the link.`,notKnown:`not known`,yes:`yes`,no:`no`,tell:`Still to know`,verdictMeans:{FULL:`every obligation is met by what is held`,PARTIAL:`at least one obligation is met; not all are proved`,POSSIBLE:`a claim touches it, but set logic proves nothing`,NONE:`somebody looked and said: nothing held relates to it`,UNKNOWN:`nobody has looked; this is not a gap`},dispositionMeans:{REUSE:`show what is there`,EXTEND:`add what remains`,EXTEND_SCOPE:`the process exists, its subject is new: widen its scope`,REVIEW:`read both and decide`,NEW:`build it`,ANALYSE:`look first`},relation:{EQUAL_TO:`asks the same as`,SUBSET_OF:`is contained in`,SUPERSET_OF:`contains`,INTERSECTS_WITH:`overlaps with`,NO_RELATIONSHIP:`is unrelated to`},whyNothing:{EQUAL_TO:`Both ask the same, but of the sources nothing is certain to be met.`,SUBSET_OF:`The sources lie within it, but of the sources nothing is certain to be met.`,SUPERSET_OF:`The sources contain it, but are met only in part: the part that is met may lie outside it.`,INTERSECTS_WITH:`The sources overlap with it, but are met only in part: the part that is met may lie outside the overlap.`,NO_RELATIONSHIP:`Nothing is shared.`},rule:{R1:`held`,R2:`parts and their whole`,R3:`all sources are FULL and are equal to it or contain it`,R4:`all sources are FULL and lie within it or overlap with it`,R5:`a source is met, and the sources lie within it`,R6:`touched, and nothing more`,R7:`looked at, and nothing held relates to it`},assurance:{DRAFT:`draft`,REVIEWED:`reviewed`,PUBLISHED:`published`,OFFICIAL:`official`},basis:{SYNTACTIC:`wording`,SEMANTIC:`meaning`,FUNCTIONAL:`result`},blockerReason:{PLANNED:`planned`,PARTIAL:`partly carried out`,OUT_OF_SCOPE:`out of scope`},certainty:{VERIFIED:`verified`,SINGLE_SOURCE:`single source`,DERIVED:`derived from other texts`,UNVERIFIED:`NOT VERIFIED`},change:{KEPT:`kept`,RENAMED:`renamed`,MERGED:`merged`,SPLIT:`split`,EXTENDED:`extended`,NEW:`new`,WITHDRAWN:`withdrawn`},factKind:{LAW:`Law`,COUNT:`Counts`,ESTIMATE:`Estimates`,COMPARISON:`Comparisons`,EDITION:`Editions`},kind:{GROUP:`heading`,CLAUSE:`clause`,CONTROL:`control`,CRITERION:`criterion`,CHECK_ITEM:`check item`,ARTICLE:`article`,POINT:`point`},answer:{YES:`yes`,NO:`no`,NOT_DECIDED:`not decided`}},qe={views:{coverage:`충족 현황`,todo:`남은 과제`,explain:`판정 근거`,crosswalk:`크로스워크`,overlap:`중첩 현황`,neighbourhood:`연관 관계`,facts:`제도 정보`,search:`검색`},skip:`본문으로 건너뛰기`,viewsLabel:`화면`,print:`인쇄`,dark:`어두운 화면`,copyLink:`링크 복사`,copied:`링크를 복사했습니다. 지금 보이는 내용이 모두 담겨 있습니다.`,copiedWithoutInventory:`링크를 복사했습니다. 올린 통제 목록은 링크에 담기지 않으므로, 받는 사람은 통제 목록 없이 계산한 답을 봅니다.`,notCopied:`브라우저가 복사를 허용하지 않습니다. 주소창의 링크를 복사하세요.`,permalink:`링크`,schema:`스키마`,licences:`라이선스`,searchKey:`Ctrl+K: 검색`,disclaimer:`활용 가능하다는 것이 준수를 뜻하지는 않습니다. 법률 자문이나 심사가 아니며, ISO와 KISA의 승인을 받은 것이 아닙니다.`,loading:`불러오는 중…`,serverAway:`서버가 응답하지 않습니다. 보이는 내용이 최신이 아닐 수 있으며, 계속 다시 시도합니다.`,refused:`서버가 이 질문에 답할 수 없습니다.`,unknownRef:`이 참조에 해당하는 항목이 없습니다.`,didYouMean:`혹시 다음을 찾으셨나요?`,tryAgain:`다시 시도`,needsKey:`이 서버를 이용하려면 인증이 필요합니다.`,wrongKey:`서버가 인정하지 않는 키입니다.`,key:`키 또는 토큰`,keyMeans:`질문할 때마다 함께 보내며, 페이지를 닫으면 지워집니다.`,openWithKey:`계속`,nothingFound:`찾은 것이 없습니다.`,noneShown:`조건에 맞는 요구사항이 없습니다.`,question:`질문`,held:`보유한 것`,heldPlaceholder:`표준이나 요구사항 추가`,target:`목표`,chooseTarget:`표준을 선택하세요`,conditions:e=>e?`조건 (${e})`:`조건`,asOf:`기준일`,assuranceAtLeast:`주장의 최소 보증 수준`,hops:`이어지는 주장 수`,any:`제한 없음`,direct:`직접적인 주장만`,atMost:e=>e===1?`직접적인 주장만`:`${e}개까지`,scope:`범위`,anyScope:`전체 범위`,remove:e=>`${e} 제거`,ownControls:(e,t)=>`${e}: 통제 ${t}개`,upload:`보유 통제 목록 올리기`,uploadMeans:`XLSX, CSV, YAML 파일. 질문할 때마다 함께 보낼 뿐 어디에도 저장하지 않으며 링크에도 담지 않습니다.`,fileTooLarge:e=>`파일이 ${e}kB보다 큽니다. 통제와 무관한 내용을 빼거나 명령줄에서 --controls로 질문하세요.`,noControls:`이 파일에서 읽을 수 있는 통제가 없습니다.`,readingNotes:(e,t,n)=>`통제 ${e}개를 읽음. 참고 ${t}건 중 확인할 것 ${n}건`,severity:{INFO:`해석`,WARNING:`확인`,ERROR:`제외`},startTitle:`이미 갖춘 통제 중 무엇이 새로운 표준을 충족하고, 그 근거는 무엇이며, 무엇이 남았을까요?`,startText:`위에서 보유한 것과 목표를 고르거나, 다음 예로 시작해 보세요.`,startExample:(e,t)=>`${e} → ${t}`,coverageOf:e=>`보유한 것으로 증명되는 「${e}」의 충족 현황`,asOfRevision:(e,t)=>`기준일 ${e}, 데이터 리비전 ${t}`,asOfDay:e=>`기준일 ${e}`,legend:`범례 및 필터`,outOf:e=>`/ ${e}개`,countOf:(e,t)=>`${t}개 중 ${e}개`,byHeading:`항목별 현황`,allLevels:`모든 단계`,heading:`항목`,total:`전체`,eachRequirement:`요구사항별`,requirements:`요구사항`,showAll:`전체 보기`,number:`번호`,requirement:`요구사항`,verdict:`판정`,disposition:`조치`,blockedBy:e=>`보류: ${e}`,doubts:e=>`의문: 보유한 것으로 보았으나 유효한 통제가 없는 항목 (${e})`,todoOf:e=>`「${e}」에 필요한 남은 과제를 작업 순서로 보여 줍니다.`,whatRemains:`남은 과제`,blockers:`보류 사유가 된 통제`,via:`활용`,audit:`심사`,mayBeOmitted:`조건부 생략 신청 가능`,download:`내려받기`,document:`문서`,format:`형식`,documentLanguage:`문서 언어`,deliverable:{WORKBOOK:`갭 분석 워크북`,SOA:`적용성 보고서(부속서 A)`,OPERATION_STATEMENT:`운영명세서(ISMS, ISMS-P)`,TRANSITION:`전환 계획(구판 보유 시)`,AUDIT_TIME:`심사 시간 산정표`,SUMMARY:`경영진 요약`},formats:{XLSX:`엑셀(XLSX)`,CSV:`CSV`,MD:`Markdown`,HTML:`HTML`},languages:{EN:`영어`,KO:`한국어`,BOTH:`영어와 한국어`},explainTitle:`요구사항의 판정은 어떤 근거로 나왔을까요?`,explainChoose:`위에서 요구사항을 고르세요.`,explainHold:`보유한 것을 입력하고 요구사항을 고르세요.`,explainExample:`예: ISO/IEC 27001:2022 보유 시 ISMS-P 「비밀번호 관리」`,requirementAsked:`요구사항`,findRequirement:`번호 또는 낱말(예: 2.5.4)`,seeNeighbourhood:`연관된 요구사항 보기`,conflict:`모순`,conflictMeans:`반대되는 주장도 있습니다. 이 판정을 활용하기 전에 확인하세요:`,withThem:`갖추어지면:`,pointByPoint:`세부 의무별 판정`,beyond:e=>`${e} 외에:`,nothingRemains:`남은 것이 없습니다.`,noPoints:`이 요구사항의 세부 의무는 아직 정리되지 않았습니다.`,nothingFollows:`아무것도 증명되지 않는 이유`,nobodyLooked:`보유한 것과 이 요구사항을 아직 아무도 비교하지 않았습니다. 결함을 뜻하지 않으므로 먼저 분석해야 합니다.`,touchedOnly:`관련된 주장은 있으나, 집합 논리로는 어느 의무의 충족도 증명되지 않습니다.`,proof:`증명`,proofDrawing:`증명 그래프: 위에는 보유한 것, 아래에는 그로부터 도출되는 것`,proofAssurance:e=>`가장 약한 주장의 보증 수준: ${e}`,part:`부분과 전체`,notProved:`증명된 것이 없음`,heldBy:e=>`${e}(으)로 보유`,heldShort:`보유`,missing:`다음 출발 요구사항은 증명된 것이 없습니다.`,strength:`강도`,outOfTen:e=>`10점 중 ${e}점`,basisWord:`비교 기준`,assuranceWord:`보증 수준`,source:`출처`,editions:`판`,claim:`주장`,omission:`심사 생략 신청 가능 항목`,omissionMeans:`심사를 생략한다고 해서 인증기준을 충족한 것은 아니며, 판정에는 영향이 없습니다. 다음 조건을 모두 갖추어야 합니다.`,searchLabel:`요구사항 검색`,searchPlaceholder:`번호, 한국어, 영어: 2.5.4, A.5.17, 접근권한, access review`,searchTitle:`번호나 낱말로 요구사항을 찾습니다`,searchText:`예:`,hits:`검색 결과`,hitCount:(e,t)=>`‘${t}’ 검색 결과 ${e}건`,moreHits:e=>`${e}건까지 보기`,standard:`표준`,kindWord:`종류`,byId:`번호 일치`,addToHeld:`보유한 것에 추가`,from:`출발 표준`,to:`도착 표준`,switchDirection:`방향 바꾸기`,asTable:`표로 보기`,onlyUnmapped:`대응 없는 항목만`,noCrosswalk:`두 표준을 직접 이은 주장이 없습니다.`,noCrosswalkMeans:`다른 표준을 거쳐 도출되는 결과는 충족 현황에서 볼 수 있습니다.`,crosswalkOf:(e,t,n)=>`「${t}」 ↔ 「${n}」: 주장 ${e}개`,unmappedCounts:(e,t,n,r,i,a)=>`대응 없음: ${n} ${t}개 중 ${e}개, ${a} ${i}개 중 ${r}개`,sourceTree:e=>`출발: ${e}`,targetTree:e=>`도착: ${e}`,treeLegend:`= 같음 · ⊂ 포함됨 · ⊃ 포함함 · ∩ 일부 겹침 · ∅ 검토 결과 무관. 요구사항을 가리키면 관련 주장이 보이고, 선택하면 고정됩니다. 점선은 여러 요구사항을 묶은 주장입니다.`,markUnrelated:`∅ 무관`,markUnclaimed:`주장 없음`,claims:`주장`,claimsOf:e=>`${e}의 주장`,inNoClaim:`이 항목을 다른 항목과 잇는 주장이 없습니다.`,selectHint:`어느 쪽에서든 요구사항을 선택하면 관련 주장을 읽을 수 있습니다.`,allOf:e=>`${e} 전체`,relationWord:`관계`,whyWord:`이유`,matrixTitle:`표준 간 충족 정도`,matrixMeans:`행은 보유 표준, 열은 대상 표준입니다. 각 개수는 보유 표준 전체를 충족할 때 대상 표준의 평가 대상 요구사항이 받는 판정을 센 것으로, 방향에 따라 다릅니다.`,standardsShown:(e,t)=>`표시할 표준: ${t}개 중 ${e}개`,twoStandards:`표준을 둘 이상 고르세요.`,heldByTarget:`보유 \\ 대상`,pair:(e,t)=>`${e} 보유 시 ${t}:`,nextTitle:`다음으로 가까운 표준`,nextOrder:`증명된 것이 없는 요구사항(POSSIBLE, NONE, UNKNOWN)이 적은 순서이며, 같으면 PARTIAL이 적은 순서입니다.`,nextHold:`보유한 것을 입력하면 가장 가까운 표준을 보여 줍니다.`,verdictsOf:`판정`,editionsTitle:`새 판에서 바뀌는 것`,edition:`판`,changeWord:`변경`,flowDrawing:`구판의 항목에서 신판의 항목으로 이어지는 흐름. 띠의 너비는 이어지는 구판·신판 요구사항 쌍의 수`,changeList:e=>`변경 목록 (${e}건)`,neighbourhoodTitle:`요구사항과 연관된 것을 봅니다. 위에서 고르거나 다음 예로 시작해 보세요.`,neighbourhoodDrawing:`요구사항을 둘러싼 주장 그래프`,laws:`근거 법령`,claimsAndApart:(e,t)=>`${e}개, 무관하다는 주장 ${t}개`,here:`이 요구사항`,there:`상대 요구사항`,scheme:`제도`,noSchemes:`제도에 관한 정보가 없습니다.`,statement:`내용`,certaintyWord:`확실성`,validity:`적용 기간`,since:e=>`${e}부터`,until:e=>`${e}까지`,obligedTitle:`인증 의무 대상인가요?`,obligedMeans:`아는 것만 입력하세요. 나머지에 달린 것은 판단하지 않습니다. 법률 자문이 아니며, 입력한 내용은 링크에 포함됩니다.`,notKnown:`모름`,yes:`예`,no:`아니요`,tell:`더 필요한 정보`,verdictMeans:{FULL:`모든 의무를 보유한 것으로 충족한다`,PARTIAL:`하나 이상의 의무는 충족하나 전부가 증명되지는 않는다`,POSSIBLE:`관련된 주장은 있으나 충족이 증명되지 않는다`,NONE:`검토 결과 보유한 것과 관련이 없다`,UNKNOWN:`아직 아무도 검토하지 않았다. 결함을 뜻하지 않는다`},dispositionMeans:{REUSE:`보유한 것을 그대로 제시한다`,EXTEND:`남은 부분을 보완한다`,EXTEND_SCOPE:`절차는 있으므로 적용 대상을 새 분야로 넓힌다`,REVIEW:`양쪽을 대조하여 판단한다`,NEW:`새로 수립한다`,ANALYSE:`먼저 분석한다`},relation:{EQUAL_TO:`같은 것을 요구`,SUBSET_OF:`포함됨`,SUPERSET_OF:`포함함`,INTERSECTS_WITH:`일부 겹침`,NO_RELATIONSHIP:`무관`},whyNothing:{EQUAL_TO:`서로 같은 것을 요구하지만, 출발 요구사항에서 확실히 충족된 의무가 없습니다.`,SUBSET_OF:`출발 요구사항이 이 요구사항에 포함되지만, 출발 요구사항에서 확실히 충족된 의무가 없습니다.`,SUPERSET_OF:`출발 요구사항이 이 요구사항을 포함하지만 일부만 충족되었습니다. 충족된 부분이 이 요구사항 밖에 있을 수 있습니다.`,INTERSECTS_WITH:`출발 요구사항이 이 요구사항과 일부 겹치지만 일부만 충족되었습니다. 충족된 부분이 겹치는 부분 밖에 있을 수 있습니다.`,NO_RELATIONSHIP:`공통된 의무가 없습니다.`},rule:{R1:`보유`,R2:`부분과 전체`,R3:`출발 요구사항이 모두 FULL이고 이 요구사항과 같거나 이를 포함`,R4:`출발 요구사항이 모두 FULL이고 이 요구사항에 포함되거나 일부 겹침`,R5:`출발 요구사항 하나가 충족되고 이 요구사항에 포함됨`,R6:`관련된 주장만 있음`,R7:`검토 결과 보유한 것과 무관`},assurance:{DRAFT:`초안`,REVIEWED:`검토됨`,PUBLISHED:`공표됨`,OFFICIAL:`공식`},basis:{SYNTACTIC:`문구`,SEMANTIC:`의미`,FUNCTIONAL:`이행 결과`},blockerReason:{PLANNED:`계획됨`,PARTIAL:`일부만 이행`,OUT_OF_SCOPE:`범위 밖`},certainty:{VERIFIED:`확인됨`,SINGLE_SOURCE:`단일 출처`,DERIVED:`다른 자료에서 추론`,UNVERIFIED:`미확인`},change:{KEPT:`유지`,RENAMED:`개칭`,MERGED:`통합`,SPLIT:`분할`,EXTENDED:`확장`,NEW:`신설`,WITHDRAWN:`폐지`},factKind:{LAW:`법령`,COUNT:`개수`,ESTIMATE:`추정`,COMPARISON:`비교`,EDITION:`판`},kind:{GROUP:`제목`,CLAUSE:`조항`,CONTROL:`통제`,CRITERION:`인증기준`,CHECK_ITEM:`점검항목`,ARTICLE:`법 조문`,POINT:`세부 의무`},answer:{YES:`해당`,NO:`비해당`,NOT_DECIDED:`판단 불가`}};function Je(e,t,n){let r=new Intl.NumberFormat(t),i=new Intl.DateTimeFormat(t,{dateStyle:`long`,timeZone:`UTC`}),a=new Intl.ListFormat(t,{type:`conjunction`});return{code:e,language:e===`ko`?`KO`:`EN`,w:n,n:e=>r.format(e),day:e=>i.format(new Date(`${e}T00:00:00Z`)),list:e=>a.format(e)}}var Ye={en:Je(`en`,`en-GB`,Ke),ko:Je(`ko`,`ko-KR`,qe)};function Xe(){return navigator.languages.find(e=>/^(en|ko)\b/i.test(e))?.slice(0,2).toLowerCase()===`ko`?`ko`:`en`}function L(){return Ye[I().get(`lang`)===`ko`?`ko`:`en`]}var Ze=`clausegraph-theme`,Qe=matchMedia(`(prefers-color-scheme: dark)`);function $e(){try{let e=localStorage.getItem(Ze);return e===`light`||e===`dark`?e:null}catch{return null}}var et=()=>$e()??(Qe.matches?`dark`:`light`),tt=Re(et());function nt(){tt.set(et()),document.documentElement.dataset.theme=tt.get()}function rt(e){try{localStorage.setItem(Ze,e)}catch{}tt.set(e),document.documentElement.dataset.theme=e}Qe.addEventListener(`change`,nt),nt();var R=Re(null);function it(e){return/^\d{4}-\d\d-\d\d$/.test(e)&&!Number.isNaN(Date.parse(e))}var at=[`DRAFT`,`REVIEWED`,`PUBLISHED`,`OFFICIAL`];function z(){let e=I(),t=F(R),n=e.list(`held`),r=it(e.get(`asof`))?e.get(`asof`):``,i=at.includes(e.get(`assurance`))?e.get(`assurance`):``,a=/^([1-9]|1[0-6])$/.test(e.get(`hops`))?e.get(`hops`):``,o=t?e.get(`scope`):``,s=i||a?{minAssurance:i||null,maxHops:a?Number(a):null}:null;return{held:n,target:e.get(`target`),holds:n.length>0||t!==null,asOf:r,assurance:i,hops:a,scope:o,variables:{held:n,controls:t?.controls??null,scope:o||null,asOf:r||null,policy:s}}}var B=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new B(`
    fragment End on Requirement {
  ref
  number
  kind
  name(language: $language)
  standard {
    ref
  }
  parent {
    ref
    number
    name(language: $language)
  }
}
    `,{fragmentName:`End`});var ot=new B(`
    query Download($kind: DeliverableKind!, $format: DeliverableFormat!, $documentLanguage: DeliverableLanguage!, $held: [String!]!, $controls: [ControlInput!], $scope: String, $target: String!, $organization: String, $asOf: Date, $policy: PolicyInput) {
  deliverable(
    kind: $kind
    format: $format
    language: $documentLanguage
    held: $held
    controls: $controls
    scope: $scope
    target: $target
    organization: $organization
    asOf: $asOf
    policy: $policy
  ) {
    fileName
    mediaType
    content
  }
}
    `),st=new B(`
    query Standards($language: Language!) {
  revision {
    hash
    time
  }
  standards {
    ref
    title(language: $language)
    edition
    publisher
    status
    supersedes
    unofficial
    profileOf {
      ref
    }
  }
}
    `),ct=new B(`
    query Tree($ref: String!, $language: Language!, $after: String) {
  revision {
    hash
  }
  standard(ref: $ref) {
    ref
    title(language: $language)
    requirements(first: 500, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ref
          number
          name(language: $language)
          kind
          assessable
          parent {
            ref
          }
        }
      }
    }
  }
}
    `),lt=new B(`
    query Find($query: String!, $language: Language!) {
  revision {
    hash
  }
  search(query: $query, first: 8) {
    edges {
      node {
        ref
        number
        name(language: $language)
        kind
        standard {
          ref
        }
      }
    }
  }
}
    `),ut=new B(`
    query ReadInventory($fileName: String!, $content: Base64!) {
  revision {
    hash
  }
  inventory(fileName: $fileName, content: $content) {
    organization
    scopes
    controls {
      id
      title
      owner
      status
      reason
      scope
      satisfies
      contributes
      documents
      evidence
      reviewedOn
    }
    notes {
      severity
      place
      message
    }
  }
}
    `),dt=new B(`
    query Coverage($held: [String!]!, $controls: [ControlInput!], $scope: String, $target: String!, $asOf: Date, $policy: PolicyInput, $language: Language!, $after: String) {
  revision {
    hash
  }
  gapAnalysis(
    held: $held
    controls: $controls
    scope: $scope
    target: $target
    asOf: $asOf
    policy: $policy
  ) {
    asOf
    held
    doubts {
      requirement {
        ref
        name(language: $language)
      }
      controls {
        id
        title
      }
    }
    summary {
      full
      partial
      possible
      none
      unknown
      total
      byGroup {
        group {
          ref
          number
          name(language: $language)
          parent {
            ref
          }
        }
        summary {
          full
          partial
          possible
          none
          unknown
          total
        }
      }
    }
    items(first: 500, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          verdict
          disposition
          requirement {
            ref
            number
            name(language: $language)
            parent {
              ref
            }
          }
          blockers {
            control {
              id
            }
          }
          conflict {
            standard {
              ref
            }
          }
        }
      }
    }
  }
}
    `),ft=new B(`
    query Crosswalk($from: String!, $to: String!, $language: Language!, $after: String) {
  revision {
    hash
  }
  mappings(from: $from, to: $to, first: 250, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      reversed
      relation
      node {
        ref
        strength
        basis
        assurance
        each
        why(language: $language)
        remainder {
          from(language: $language)
          to(language: $language)
        }
        sources {
          ref
          number
          parent {
            ref
          }
          kind
        }
        targets {
          ref
          number
          parent {
            ref
          }
          kind
        }
        source {
          title
        }
        review {
          state
          by
          on
        }
      }
    }
  }
}
    `),pt=new B(`
    query Explain($held: [String!]!, $controls: [ControlInput!], $scope: String, $requirement: String!, $asOf: Date, $policy: PolicyInput, $language: Language!) {
  revision {
    hash
  }
  explain(
    held: $held
    controls: $controls
    scope: $scope
    requirement: $requirement
    asOf: $asOf
    policy: $policy
  ) {
    asOf
    verdict
    disposition
    requirement {
      ref
      number
      name(language: $language)
      gist(language: $language)
      laws
      standard {
        ref
        title(language: $language)
        edition
      }
      parent {
        ref
        number
        name(language: $language)
      }
    }
    sentences(language: $language)
    remainder {
      text(language: $language)
      beyond {
        ref
      }
      point {
        ref
        number
      }
      mapping {
        ref
      }
    }
    points {
      verdict
      requirement {
        ref
        number
        gist(language: $language)
      }
    }
    omission {
      source
      conditions(language: $language)
      certainty
    }
    blockers {
      why
      verdict
      control {
        id
        title
      }
    }
    conflict {
      standard {
        ref
        title(language: $language)
      }
      mappings {
        ref
      }
      crosswalk {
        name
      }
    }
    doubts {
      requirement {
        ref
        name(language: $language)
      }
      controls {
        id
        title
      }
    }
    proof {
      assurance
      steps {
        rule
        verdict
        held
        reversed
        controls {
          id
          title
        }
        requirement {
          ref
          number
          name(language: $language)
          kind
          standard {
            ref
            edition
          }
          parent {
            ref
          }
        }
        missing {
          ref
          number
          name(language: $language)
        }
        premises {
          verdict
          requirement {
            ref
          }
        }
        mapping {
          ref
          relation
          strength
          basis
          assurance
          each
          why(language: $language)
          sources {
            ref
          }
          targets {
            ref
          }
          sourceStandard {
            ref
            title(language: $language)
            edition
          }
          targetStandard {
            ref
            title(language: $language)
            edition
          }
          crosswalk {
            name
            author
          }
          source {
            title
            url
            licence
          }
          review {
            state
            by
            on
          }
        }
      }
    }
  }
}
    `),mt=new B(`
    query Facts($asOf: Date, $language: Language!) {
  revision {
    hash
  }
  schemes {
    ref
    title(language: $language)
    authority(language: $language)
    standards {
      ref
    }
    questions {
      name
      kind
      title(language: $language)
    }
  }
  facts(asOf: $asOf) {
    key
    kind
    claim(language: $language)
    about
    valid {
      from
      to
    }
    source
    certainty
    scheme {
      ref
    }
  }
}
    `),ht=new B(`
    query Obligations($scheme: String!, $inputs: [KeyValueInput!]!, $asOf: Date, $language: Language!) {
  revision {
    hash
  }
  obligations(scheme: $scheme, inputs: $inputs, asOf: $asOf) {
    key
    answer
    source
    certainty
    who(language: $language)
    what(language: $language)
    due(language: $language)
    missing {
      name
      title(language: $language)
    }
    valid {
      from
      to
    }
  }
}
    `),gt=new B(`
    query Neighbourhood($ref: String!, $language: Language!, $after: String) {
  revision {
    hash
  }
  requirement(ref: $ref) {
    ref
    number
    kind
    name(language: $language)
    gist(language: $language)
    laws
    standard {
      ref
      title(language: $language)
    }
    parent {
      ref
      number
      name(language: $language)
      kind
    }
    children {
      ref
      number
      name(language: $language)
    }
    points {
      ref
      number
      gist(language: $language)
    }
    mappings(first: 200, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        reversed
        relation
        node {
          ref
          strength
          assurance
          why(language: $language)
          sources {
            ...End
          }
          targets {
            ...End
          }
          sourceStandard {
            ref
          }
          targetStandard {
            ref
          }
          source {
            title
          }
          review {
            state
            by
            on
          }
        }
      }
    }
  }
}
    fragment End on Requirement {
  ref
  number
  kind
  name(language: $language)
  standard {
    ref
  }
  parent {
    ref
    number
    name(language: $language)
  }
}`),_t=new B(`
    query Overlap($standards: [String!]!, $asOf: Date, $policy: PolicyInput) {
  revision {
    hash
  }
  overlap(standards: $standards, asOf: $asOf, policy: $policy) {
    pairs {
      held {
        ref
      }
      target {
        ref
      }
      summary {
        full
        partial
        possible
        none
        unknown
        total
      }
    }
  }
}
    `),vt=new B(`
    query NextStandards($held: [String!]!, $controls: [ControlInput!], $scope: String, $asOf: Date, $policy: PolicyInput, $language: Language!) {
  revision {
    hash
  }
  nextStandards(
    held: $held
    controls: $controls
    scope: $scope
    asOf: $asOf
    policy: $policy
  ) {
    standard {
      ref
      title(language: $language)
      status
    }
    summary {
      full
      partial
      possible
      none
      unknown
      total
    }
  }
}
    `),yt=new B(`
    query EditionChanges($from: String!, $to: String!, $controls: [ControlInput!], $language: Language!, $after: String) {
  revision {
    hash
  }
  editionChanges(from: $from, to: $to, controls: $controls) {
    counts {
      kind
      count
    }
    changes(first: 500, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          kind
          verdict
          from {
            ref
            number
            name(language: $language)
          }
          to {
            ref
            number
            name(language: $language)
          }
          remainder {
            text(language: $language)
            point {
              number
            }
            mapping {
              ref
            }
          }
          controls {
            id
            title
          }
        }
      }
    }
  }
}
    `),bt=new B(`
    query Search($query: String!, $standards: [String!], $kinds: [RequirementKind!], $language: Language!, $first: Int!) {
  revision {
    hash
  }
  search(query: $query, standards: $standards, kinds: $kinds, first: $first) {
    totalCount
    edges {
      byId
      node {
        ref
        number
        name(language: $language)
        kind
        standard {
          ref
          title(language: $language)
        }
      }
      fragments {
        field
        language
        of {
          number
        }
        pieces {
          text
          match
        }
      }
    }
  }
}
    `),xt=new B(`
    query Todo($held: [String!]!, $controls: [ControlInput!], $scope: String, $target: String!, $asOf: Date, $policy: PolicyInput, $language: Language!, $after: String) {
  revision {
    hash
  }
  gapAnalysis(
    held: $held
    controls: $controls
    scope: $scope
    target: $target
    asOf: $asOf
    policy: $policy
  ) {
    asOf
    items(first: 200, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          verdict
          disposition
          requirement {
            ref
            number
            name(language: $language)
          }
          remainder {
            text(language: $language)
            point {
              ref
              number
            }
            mapping {
              ref
            }
          }
          blockers {
            why
            verdict
            control {
              id
              title
            }
          }
          omission {
            source
            conditions(language: $language)
          }
          proof {
            steps {
              rule
              requirement {
                ref
              }
              controls {
                id
              }
            }
          }
          points {
            verdict
            proof {
              steps {
                rule
                requirement {
                  ref
                }
                controls {
                  id
                }
              }
            }
          }
        }
      }
    }
  }
}
    `),St=Re(``),V=class extends Error{code;waiting;nearest;constructor(e,t,n,r=[]){super(e),this.code=t,this.waiting=n,this.nearest=r}},Ct=new Set([`TIMEOUT`,`OVERLOADED`,`NOT_READY`,`RATE_LIMITED`]);async function wt(e,t,n){let r=0,i;try{let a=await fetch(`graphql`,{method:`POST`,headers:{"Content-Type":`application/json`,Accept:`application/graphql-response+json`,...St.get()&&{Authorization:`Bearer ${St.get()}`}},body:JSON.stringify({query:e.toString(),variables:t}),...n&&{signal:n}});r=a.status,i=await a.json()}catch(e){throw n?.aborted?e:new V(r?`status ${r}`:``,`UNREACHABLE`,!0)}let a=i.errors?.[0];if(a){let e=a.extensions?.code??``;throw new V(a.message,e,Ct.has(e),a.extensions?.nearest)}if(!i.data)throw new V(`status ${r}`,``,r>=500);return i.data}var Tt=Re(!0),H=new Map,Et=60,Dt=``;function Ot(e,t){let n=t.revision?.hash;n&&n!==Dt&&(H.clear(),Dt=n),H.set(e,t),H.size>Et&&H.delete(H.keys().next().value)}async function kt(e,t,n,r){let i=await wt(e,t,r);if(!n)return i;let a=n(i);for(let{pageInfo:i}=a;i.hasNextPage;){let o=n(await wt(e,{...t,after:i.endCursor},r));a.edges.push(...o.edges),i=o.pageInfo}return i}var At=1500;function U(e,t,n){let r=F(St),i=t&&e.toString()+JSON.stringify(t),[,a]=N(0),o=Oe({key:null}),[s,c]=N(0);if(P(()=>{if(!i||!t)return;let r=H.get(i);if(r){o.current={key:i,data:r,of:i},a(e=>e+1);return}let s=new AbortController,l=0;return kt(e,t,n,s.signal).then(e=>{s.signal.aborted||(Ot(i,e),o.current={key:i,data:e,of:i},Tt.set(!0),a(e=>e+1))},e=>{if(s.signal.aborted)return;let t=e instanceof V?e:new V(String(e),``,!1);o.current={...o.current,key:i,failure:t},t.waiting?(Tt.set(!1),l=window.setTimeout(()=>c(e=>e+1),At)):Tt.set(!0),a(e=>e+1)}),()=>{s.abort(),window.clearTimeout(l)}},[i,s,r]),!i)return{data:void 0,failure:void 0,loading:!1,stale:!1,again:()=>{}};let{data:l,failure:u,of:d,key:f}=o.current,p=d===i?l:H.get(i),m=f===i?u:void 0;return{data:p??(m&&!m.waiting?void 0:l),failure:p?void 0:m,loading:!p&&!m,stale:!p,again:()=>c(e=>e+1)}}function jt(){let{language:e}=L(),{data:t}=U(st,{language:e}),n=e=>e.status===`CURRENT`?0:1;return[...t?.standards??[]].sort((e,t)=>n(e)-n(t))}function W(){let e=jt();return t=>e.find(e=>e.ref===t)?.title??t}function Mt(e,t=120){let[n,r]=N(e);return P(()=>{let n=setTimeout(()=>r(e),t);return()=>clearTimeout(n)},[e,t]),n}function Nt(e){let{language:t}=L(),n=Mt(e.trim()),{data:r}=U(lt,n.length>1?{query:n,language:t}:null);return(r?.search.edges??[]).map(({node:e})=>({value:e.ref,label:e.name,note:e.ref}))}function Pt(e){return/^ISO(\/IEC)? \d+(-\d+)?:\d{4}/.exec(e)?.[0]??e}var Ft=0;Array.isArray;function G(e,n,r,i,a,o){n||={};var s,c,l=n;if(`ref`in l)for(c in l={},n)c==`ref`?s=n[c]:l[c]=n[c];var u={type:e,props:l,key:r,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:void 0,__v:--Ft,__i:-1,__u:0,__source:a,__self:o};if(typeof e==`function`&&(s=e.defaultProps))for(c in s)l[c]===void 0&&(l[c]=s[c]);return t.vnode&&t.vnode(u),u}function It(){let{w:e}=L(),t=F(R),[n,r]=N(``);return G(`span`,{class:`permalink`,children:[G(`button`,{type:`button`,onClick:async()=>{try{await navigator.clipboard.writeText(location.href),r(t?e.copiedWithoutInventory:e.copied)}catch{r(e.notCopied)}setTimeout(()=>r(``),4e3)},children:e.copyLink}),G(`span`,{class:`said`,role:`status`,children:n})]})}function K({asOf:e,withTarget:t=!0}){let{w:n,day:r}=L(),{held:i,target:a,scope:o,assurance:s,hops:c}=z(),l=F(R),u=W();I();let d=[s&&`${n.assuranceAtLeast}: ${n.assurance[s]}`,c&&`${n.hops}: ${n.atMost(Number(c))}`,o&&`${n.scope}: ${o}`].filter(Boolean);return G(`dl`,{class:`print-head only-print`,children:[(i.length>0||l)&&G(S,{children:[G(`dt`,{children:n.held}),G(`dd`,{children:[...i.map(e=>`${u(e)} (${e})`),...l?[n.ownControls(l.fileName,l.controls.length)]:[]].join(`; `)})]}),t&&a&&G(S,{children:[G(`dt`,{children:n.target}),G(`dd`,{children:[u(a),` (`,a,`)`]})]}),e&&G(S,{children:[G(`dt`,{children:n.asOf}),G(`dd`,{children:r(e)})]}),d.length>0&&G(S,{children:[G(`dt`,{children:n.conditions(0)}),G(`dd`,{children:d.join(`; `)})]}),G(`dt`,{children:n.permalink}),G(`dd`,{class:`address`,children:location.href})]})}function q({answer:e,children:t}){let{w:n}=L(),{data:r,failure:i}=e;return i?.code===`UNAUTHENTICATED`?G(Lt,{}):i&&!i.waiting?G(`div`,{class:`state`,role:`alert`,children:[G(`p`,{class:`state-title`,children:i.code===`UNKNOWN_REF`?n.unknownRef:n.refused}),G(`p`,{lang:`en`,children:i.message}),i.nearest.length>0&&G(`p`,{children:[n.didYouMean,` `,i.nearest.map((e,t)=>[t>0&&`, `,G(`code`,{children:e},e)])]}),G(`button`,{type:`button`,onClick:e.again,children:n.tryAgain})]}):r?G(`div`,{class:`shown`,"aria-busy":e.stale,children:t(r)}):G(`div`,{class:`state waiting`,role:`status`,children:[G(`span`,{class:`quiet`,children:n.loading}),G(`div`,{class:`bones`,"aria-hidden":`true`,children:[0,1,2,3,4,5].map(e=>G(`i`,{},e))})]})}function Lt(){let{w:e}=L(),[t,n]=N(``);return G(`form`,{class:`state`,onSubmit:e=>{e.preventDefault(),St.set(t.trim())},children:[G(`p`,{class:`state-title`,role:`alert`,children:St.get()?e.wrongKey:e.needsKey}),G(`label`,{class:`field`,children:[G(`span`,{children:e.key}),G(`input`,{type:`password`,autocomplete:`off`,value:t,onInput:e=>n(e.currentTarget.value)})]}),G(`p`,{class:`quiet`,children:e.keyMeans}),G(`button`,{type:`submit`,children:e.openWithKey})]})}function J({title:e,children:t}){return G(`div`,{class:`state`,children:[G(`p`,{class:`state-title`,children:e}),t]})}function Rt(){let{w:e}=L();return G(`div`,{class:`connection`,role:`status`,children:!F(Tt)&&G(`p`,{children:e.serverAway})})}function zt({label:e,hideLabel:t,text:n,placeholder:r,choices:i,nothing:a,onText:o,onPick:s,onEnter:c,type:l=`text`,autoFocus:u}){let d=Ae(),[f,p]=N(!1),[m,h]=N(-1),g=f&&i.length>0,_=g&&m>=0?Math.min(m,i.length-1):-1,v=e=>{p(!1),h(-1),s(e)};return G(`div`,{class:`combobox`,children:[G(`label`,{for:d,class:t?`hidden`:void 0,children:e}),G(`input`,{id:d,type:l,role:`combobox`,autocomplete:`off`,spellcheck:!1,autofocus:u,"aria-autocomplete":`list`,"aria-expanded":g,"aria-controls":`${d}-list`,"aria-activedescendant":_>=0?`${d}-${_}`:void 0,placeholder:r,value:n,onInput:e=>{o(e.currentTarget.value),p(!0),h(-1)},onKeyDown:e=>{if(e.isComposing)return;let t={ArrowDown:1,ArrowUp:-1}[e.key];if(t){e.preventDefault(),p(!0);let n=(f?_:-1)+t;h(n<-1?i.length-1:n>=i.length?-1:n)}else if(e.key===`Enter`){let t=i[_];t?(e.preventDefault(),v(t)):(p(!1),c?.())}else e.key===`Escape`&&f&&(e.preventDefault(),p(!1),h(-1))},onFocus:()=>p(i.length>0&&n===``&&l===`text`),onClick:()=>p(!0),onBlur:()=>p(!1)}),G(`ul`,{id:`${d}-list`,role:`listbox`,"aria-label":e,hidden:!g,children:i.map((e,t)=>G(`li`,{id:`${d}-${t}`,role:`option`,"aria-selected":t===_,onMouseDown:t=>{t.preventDefault(),v(e)},children:[G(`span`,{class:`choice-label`,children:e.label}),G(`span`,{class:`choice-note`,children:e.note})]},e.value))}),f&&n!==``&&i.length===0&&a&&G(`p`,{class:`nothing`,role:`status`,children:a})]})}var Bt=185e3;function Vt(){let{w:e,n:t}=L(),n=Oe(null),r=F(R),[i,a]=N(null),[o,s]=N(``),[c,l]=N(!1),u=async n=>{if(a(null),s(``),n.size>Bt)s(e.fileTooLarge(t(Math.floor(Bt/1e3))));else{l(!0);try{let{inventory:e}=await wt(ut,{fileName:n.name,content:await Ut(n)});a(e),e.controls.length>0&&R.set({fileName:n.name,organization:e.organization,scopes:e.scopes,controls:e.controls})}catch(t){s(t instanceof V&&t.message?t.message:e.serverAway)}finally{l(!1)}}};return G(`div`,{class:`upload`,children:[G(`input`,{ref:n,type:`file`,hidden:!0,accept:`.xlsx,.csv,.yaml,.yml`,"aria-label":e.upload,onChange:e=>{let[t]=e.currentTarget.files??[];e.currentTarget.value=``,t&&u(t)}}),G(`button`,{type:`button`,"aria-describedby":`upload-means`,onClick:()=>n.current?.click(),children:c?e.loading:e.upload}),G(`p`,{id:`upload-means`,class:`quiet`,children:e.uploadMeans}),G(`div`,{role:`status`,class:`reading`,children:[o&&G(`p`,{class:`note warn`,children:o}),i&&i.controls.length===0&&G(`p`,{class:`note warn`,children:e.noControls}),i&&(r||i.controls.length===0)&&G(Ht,{of:i})]})]})}function Ht({of:e}){let{w:t,n}=L();if(e.notes.length===0)return null;let r=[`ERROR`,`WARNING`,`INFO`],i=e.notes.filter(e=>e.severity!==`INFO`).length;return G(`details`,{class:`reading-notes`,open:e.controls.length===0,children:[G(`summary`,{children:t.readingNotes(n(e.controls.length),n(e.notes.length),n(i))}),G(`ul`,{children:r.flatMap(n=>e.notes.filter(e=>e.severity===n).map(e=>G(`li`,{children:[G(`span`,{class:`tag ${n===`INFO`?``:`warn`}`,children:t.severity[n]}),` `,e.place&&G(`code`,{children:e.place}),` `,G(`span`,{lang:`en`,children:e.message})]},e.place+e.message)))})]})}async function Ut(e){let t=await new Promise((t,n)=>{let r=new FileReader;r.onload=()=>t(r.result),r.onerror=()=>n(r.error??Error(e.name)),r.readAsDataURL(e)});return t.slice(t.indexOf(`,`)+1)}function Wt({withTarget:e=!0}){let{w:t}=L();return G(`form`,{class:`question no-print`,"aria-label":t.question,onSubmit:e=>e.preventDefault(),children:[G(Gt,{}),e&&G(S,{children:[G(`span`,{class:`arrow`,"aria-hidden":`true`,children:`→`}),G(qt,{})]}),G(Jt,{})]})}function Gt(){let{w:e}=L(),t=I(),{held:n}=z(),r=jt(),i=F(R),[a,o]=N(``),s=Nt(a),c=a.trim().toLowerCase(),l=r.filter(e=>!n.includes(e.ref)&&(e.ref.includes(c)||e.title?.toLowerCase().includes(c))).map(e=>({value:e.ref,label:e.title??e.ref,note:e.ref})).concat(s.filter(e=>!n.includes(e.value))),u=e=>{let t=r.find(t=>t.ref===e);return t?Pt(t.title??e):e};return G(`div`,{class:`field held`,children:[G(zt,{label:e.held,text:a,placeholder:e.heldPlaceholder,choices:l,nothing:e.nothingFound,onText:o,onPick:e=>{o(``),t.change({held:[...n,e.value]})}}),G(`ul`,{class:`chips`,"aria-label":e.held,children:[n.map(r=>G(`li`,{class:`chip`,title:r,children:[u(r),G(`button`,{type:`button`,"aria-label":e.remove(u(r)),onClick:()=>t.change({held:n.filter(e=>e!==r)}),children:`×`})]},r)),i&&G(`li`,{class:`chip own`,children:[e.ownControls(i.fileName,i.controls.length),G(`button`,{type:`button`,"aria-label":e.remove(i.fileName),onClick:()=>R.set(null),children:`×`})]})]}),G(Vt,{})]})}function Kt({label:e,value:t,onPick:n,none:r}){let i=jt(),a=i.some(e=>e.ref===t);return G(`label`,{class:`field`,children:[G(`span`,{children:e}),G(`select`,{value:t,onChange:e=>n(e.currentTarget.value),children:[(r!==void 0||!t)&&G(`option`,{value:``,children:r??``}),t&&!a&&G(`option`,{value:t,children:t}),i.map(e=>G(`option`,{value:e.ref,children:e.title},e.ref))]})]})}function qt(){let{w:e}=L(),t=I(),{target:n}=z();return G(Kt,{label:e.target,value:n,none:e.chooseTarget,onPick:e=>t.change({target:e,group:``,req:``})})}function Jt(){let{w:e}=L(),t=I(),{asOf:n,assurance:r,hops:i,scope:a}=z(),o=F(R),s=[n,r,i,a].filter(Boolean).length;return G(`details`,{class:`conditions`,children:[G(`summary`,{children:e.conditions(s)}),G(`div`,{class:`conditions-body`,children:[G(`label`,{class:`field`,children:[G(`span`,{children:e.asOf}),G(`input`,{type:`date`,value:n,onChange:e=>t.change({asof:e.currentTarget.value})})]}),G(`label`,{class:`field`,children:[G(`span`,{children:e.assuranceAtLeast}),G(`select`,{value:r,onChange:e=>t.change({assurance:e.currentTarget.value}),children:[G(`option`,{value:``,children:e.any}),G(`option`,{value:`REVIEWED`,children:e.assurance.REVIEWED}),G(`option`,{value:`PUBLISHED`,children:e.assurance.PUBLISHED}),G(`option`,{value:`OFFICIAL`,children:e.assurance.OFFICIAL})]})]}),G(`label`,{class:`field`,children:[G(`span`,{children:e.hops}),G(`select`,{value:i,onChange:e=>t.change({hops:e.currentTarget.value}),children:[G(`option`,{value:``,children:e.any}),G(`option`,{value:`1`,children:e.direct}),[`2`,`3`,`4`].map(t=>G(`option`,{value:t,children:e.atMost(Number(t))},t))]})]}),o&&o.scopes.length>0&&G(`label`,{class:`field`,children:[G(`span`,{children:e.scope}),G(`select`,{value:a,onChange:e=>t.change({scope:e.currentTarget.value}),children:[G(`option`,{value:``,children:e.anyScope}),o.scopes.map(e=>G(`option`,{value:e,children:e},e))]})]})]})]})}function Yt({doubts:e}){let{w:t,n}=L();return e.length===0?null:G(`details`,{class:`note warn`,children:[G(`summary`,{children:t.doubts(n(e.length))}),G(`ul`,{children:e.map(e=>G(`li`,{children:[G(`code`,{children:e.requirement.ref}),` `,e.requirement.name,`: `,e.controls.map(e=>`${e.id} ${e.title}`).join(`, `)]},e.requirement.ref))})]})}var Xt=[`FULL`,`PARTIAL`,`POSSIBLE`,`NONE`,`UNKNOWN`],Zt=G(`circle`,{cx:`8`,cy:`8`,r:`6`,fill:`none`,stroke:`currentColor`,"stroke-width":`1.7`}),Qt={FULL:G(`circle`,{cx:`8`,cy:`8`,r:`6.8`,fill:`currentColor`}),PARTIAL:G(S,{children:[Zt,G(`path`,{d:`M8 2a6 6 0 0 0 0 12z`,fill:`currentColor`})]}),POSSIBLE:G(`circle`,{cx:`8`,cy:`8`,r:`6`,fill:`none`,stroke:`currentColor`,"stroke-width":`1.9`,"stroke-dasharray":`2.2 2.5`}),NONE:Zt,UNKNOWN:G(`path`,{d:`M5 5.6a3 3 0 1 1 4.4 2.7c-.9.5-1.4 1-1.4 2.1M8 12.4v1.4`,fill:`none`,stroke:`currentColor`,"stroke-width":`1.9`})};function $t({verdict:e,x:t,y:n}){return G(`g`,{class:`v-${e}`,transform:`translate(${t} ${n})`,children:Qt[e]})}function Y({verdict:e}){return G(`svg`,{class:`sign v-${e}`,viewBox:`0 0 16 16`,"aria-hidden":`true`,children:Qt[e]})}function en({verdict:e}){let{w:t}=L();return G(`span`,{class:`badge v-${e}`,title:t.verdictMeans[e],children:[G(Y,{verdict:e}),e]})}function tn(e,t){return e[t.toLowerCase()]}function nn({of:e}){let{n:t}=L(),n=Xt.filter(t=>tn(e,t)>0),r=0;return G(`div`,{class:`counts-bar`,children:[G(`svg`,{viewBox:`0 0 100 6`,preserveAspectRatio:`none`,"aria-hidden":`true`,children:n.map(t=>{let n=100*tn(e,t)/e.total,i=r;return r+=n,G(`rect`,{class:`v-${t}`,x:i,y:`0`,width:n,height:`6`,fill:`currentColor`},t)})}),G(`span`,{class:`counts`,children:n.map(n=>G(`span`,{class:`count v-${n}`,children:[G(Y,{verdict:n}),G(`span`,{class:`quiet`,children:n}),` `,t(tn(e,n))]},n))})]})}function rn(){let{w:e,language:t,day:n}=L(),r=z(),i=W(),a=r.holds&&r.target,o=U(dt,a?{...r.variables,target:r.target,language:t}:null,e=>e.gapAnalysis.items);return G(`article`,{class:`view coverage`,children:[G(`h1`,{children:e.views.coverage}),G(Wt,{}),a?G(q,{answer:o,children:({gapAnalysis:t,revision:a})=>G(S,{children:[G(K,{asOf:t.asOf}),G(`p`,{class:`asked`,children:[e.coverageOf(i(r.target)),` `,G(`span`,{class:`quiet`,children:e.asOfRevision(n(t.asOf),a.hash.slice(0,8))})]}),G(on,{gap:t})]})}):G(an,{})]})}function an(){let{w:e}=L(),t=I(),n=[[[`iso-27001-2022`,`iso-27701-2025`],`isms-p-2023`],[[`iso-27001-2022`],`isms-p-2023`],[[`isms-p-2023`],`iso-27001-2022`],[[`iso-27001-2013`],`iso-27001-2022`]],r=W();return G(J,{title:e.startTitle,children:[G(`p`,{children:e.startText}),G(`ul`,{class:`examples`,children:n.map(([e,n])=>G(`li`,{children:G(`a`,{href:t.href(`coverage`,{held:e,target:n}),children:[e.map(r).join(` + `),` `,G(`span`,{"aria-hidden":`true`,children:`→`}),` `,r(n)]})},e.join()+n))})]})}function on({gap:e}){let{w:t,n}=L(),r=I(),i=Oe(null),a=r.list(`verdict`),o=r.get(`group`),s=e.items.edges.map(e=>e.node),c=sn(e),l=s.filter(e=>(a.length===0||a.includes(e.verdict))&&(!o||cn(e.requirement.parent?.ref,o,c))),u=e=>r.change({verdict:a.includes(e)?a.filter(t=>t!==e):[...a,e]});return G(S,{children:[G(`div`,{class:`tiles`,role:`group`,"aria-label":t.legend,children:Xt.map(r=>G(`button`,{type:`button`,class:`tile v-${r}`,"aria-pressed":a.includes(r),onClick:()=>u(r),children:[G(`span`,{class:`tile-head`,children:[G(Y,{verdict:r}),r]}),G(`span`,{class:`tile-count`,children:[n(tn(e.summary,r)),` `,G(`span`,{class:`of`,children:t.outOf(n(e.summary.total))})]}),G(`span`,{class:`tile-means`,children:t.verdictMeans[r]})]},r))}),G(Yt,{doubts:e.doubts}),G(ln,{gap:e,items:s,above:c,onPick:(e,t)=>{let n=o===e&&a.join()===(t??``);r.change(n?{group:``,verdict:``}:{group:e,verdict:t??``}),n||i.current?.scrollIntoView({block:`nearest`})}}),G(`section`,{ref:i,class:`list`,"aria-labelledby":`list-title`,children:[G(`h2`,{id:`list-title`,children:[t.requirements,` `,G(`span`,{class:`quiet`,children:t.countOf(n(l.length),n(s.length))}),(o||a.length>0)&&G(`button`,{type:`button`,class:`no-print`,onClick:()=>r.change({group:``,verdict:``}),children:t.showAll})]}),G(fn,{items:l})]})]})}function sn(e){return new Map(e.summary.byGroup.map(({group:e})=>[e.ref,e.parent?.ref]))}function cn(e,t,n){for(let r=e;r;r=n.get(r))if(r===t)return!0;return!1}function ln({gap:e,items:t,above:n,onPick:r}){let{w:i}=L(),a=I(),o=e=>{let t=n.get(e);return t!==void 0&&n.has(t)?1+o(t):0},s=Math.max(0,...e.summary.byGroup.map(e=>o(e.group.ref))),c=a.get(`levels`)===`all`,l=e.summary.byGroup.filter(e=>c||o(e.group.ref)<2);if(l.length===0)return null;let u=new Set(l.map(e=>e.group.ref)),d=e=>e===void 0||u.has(e)?e:d(n.get(e)),f=Map.groupBy(t,e=>d(e.requirement.parent?.ref));return G(`section`,{class:`map`,"aria-labelledby":`map-title`,children:[G(`h2`,{id:`map-title`,children:[i.byHeading,s>1&&G(`button`,{type:`button`,class:`no-print`,"aria-pressed":c,onClick:()=>a.change({levels:c?``:`all`}),children:i.allLevels})]}),G(`div`,{class:`scroll`,tabIndex:0,role:`group`,"aria-labelledby":`map-title`,children:G(`table`,{class:`heat`,children:[G(`thead`,{children:G(`tr`,{children:[G(`th`,{scope:`col`,children:i.heading}),Xt.map(e=>G(`th`,{scope:`col`,class:`number`,children:[G(Y,{verdict:e}),G(`span`,{children:e})]},e)),G(`th`,{scope:`col`,class:`number`,children:i.total}),G(`th`,{scope:`col`,class:`units-head`,children:i.eachRequirement})]})}),G(`tbody`,{children:l.map(e=>G(dn,{row:e,depth:o(e.group.ref),units:f.get(e.group.ref)??[],onPick:r},e.group.ref))})]})})]})}function un(e,t){return Math.max(1,Math.ceil(4*e/t))}function dn({row:e,depth:t,units:n,onPick:r}){let{w:i,n:a}=L(),o=I(),{group:s,summary:c}=e,l=o.get(`group`)===s.ref,u=o.get(`verdict`);return G(`tr`,{class:`depth-${Math.min(t,2)}`,children:[G(`th`,{scope:`row`,children:G(`button`,{type:`button`,class:`plain`,"aria-pressed":l&&!u,onClick:()=>r(s.ref),children:[G(`span`,{class:`number-of`,children:s.number}),` `,s.name]})}),Xt.map(e=>{let t=tn(c,e);return G(`td`,{class:`number`,children:t>0?G(`button`,{type:`button`,class:`cell v-${e} level-${un(t,c.total)}`,"aria-pressed":l&&u===e,onClick:()=>r(s.ref,e),children:[G(`span`,{class:`hidden`,children:[s.number,`: `,e,` `]}),a(t),` `,G(`span`,{class:`hidden`,children:i.outOf(a(c.total))})]}):G(`span`,{class:`zero`,children:`0`})},e)}),G(`td`,{class:`number total`,children:a(c.total)}),G(`td`,{class:`units`,children:G(`span`,{"aria-hidden":`true`,children:n.map(e=>G(`a`,{tabIndex:-1,class:`unit v-${e.verdict}`,title:`${e.requirement.number} ${e.requirement.name}: ${e.verdict}`,href:o.href(`explain`,{req:e.requirement.ref}),children:G(Y,{verdict:e.verdict})},e.requirement.ref))})})]})}function fn({items:e}){let{w:t}=L(),n=I();return e.length===0?G(`p`,{class:`quiet`,children:t.noneShown}):G(`table`,{class:`rows`,children:[G(`thead`,{children:G(`tr`,{children:[G(`th`,{scope:`col`,children:t.number}),G(`th`,{scope:`col`,children:t.requirement}),G(`th`,{scope:`col`,children:t.verdict}),G(`th`,{scope:`col`,children:t.disposition})]})}),G(`tbody`,{children:e.map(e=>G(`tr`,{children:[G(`td`,{class:`number-of`,children:e.requirement.number}),G(`td`,{children:[G(`a`,{href:n.href(`explain`,{req:e.requirement.ref}),children:e.requirement.name}),e.blockers.length>0&&G(`span`,{class:`tag`,children:t.blockedBy(e.blockers.map(e=>e.control.id).join(`, `))}),e.conflict.length>0&&G(`span`,{class:`tag warn`,children:t.conflict})]}),G(`td`,{children:G(en,{verdict:e.verdict})}),G(`td`,{children:[G(`span`,{class:`code`,children:e.disposition}),` `,G(`span`,{class:`quiet wide-only`,children:t.dispositionMeans[e.disposition]})]})]},e.requirement.ref))})]})}var pn={EQUAL_TO:`=`,SUBSET_OF:`⊂`,SUPERSET_OF:`⊃`,INTERSECTS_WITH:`∩`,NO_RELATIONSHIP:`∅`};function mn(e){return e===`SUBSET_OF`?`SUPERSET_OF`:e===`SUPERSET_OF`?`SUBSET_OF`:e}function hn({relation:e}){let{w:t}=L();return G(`span`,{class:`relation`,children:[G(`span`,{class:`relation-sign`,"aria-hidden":`true`,children:pn[e]}),t.relation[e]]})}var gn=[`EQUAL_TO`,`SUPERSET_OF`,`SUBSET_OF`,`INTERSECTS_WITH`,`NO_RELATIONSHIP`];function _n(e,t){let n=new Map;for(let r of t)if(r.left.includes(e)||r.right.includes(e))for(let t of r.left)for(let i of r.right){if(t!==e&&i!==e)continue;let a=`${t} ${i}`,o=n.get(a);o?(o.claims++,gn.indexOf(r.relation)<gn.indexOf(o.relation)&&(o.relation=r.relation)):n.set(a,{left:t,right:i,relation:r.relation,claims:1,joint:r.left.length+r.right.length>2})}return[...n.values()]}function vn(e){let{w:t}=L(),n=Oe(null),r=e.near||e.selected,i=r?_n(r,e.claims):[],a=new Set(i.flatMap(e=>[e.left,e.right]));return P(()=>{let t=e.selected;if(t&&n.current)for(let r of n.current.querySelectorAll(`[role=tree]`)){let n=r.querySelector(`[data-ref="${CSS.escape(t)}"]`)??_n(t,e.claims).map(e=>r.querySelector(`[data-ref="${CSS.escape(e.left)}"], [data-ref="${CSS.escape(e.right)}"]`)).find(Boolean);if(!n)continue;let i=n.offsetTop;(i<r.scrollTop+20||i>r.scrollTop+r.clientHeight-60)&&(r.scrollTop=i-r.clientHeight/3)}},[e.selected,e.claims]),G(`div`,{class:`trees`,ref:n,onMouseLeave:()=>e.onNear(``),children:[G(yn,{...e,title:e.from,nodes:e.left,linked:a,label:t.sourceTree(e.from)}),G(bn,{frame:n,links:i}),G(yn,{...e,title:e.to,nodes:e.right,linked:a,label:t.targetTree(e.to)})]})}function yn({title:e,nodes:t,linked:n,label:r,mark:i,selected:a,near:o,onNear:s,onSelect:c}){let{w:l}=L(),u=I(),d=Oe(null),f=u.list(`shut`),p=u.get(`show`)===`unmapped`,m=new Map(t.map(e=>[e.ref,e.parent?.ref])),h=e=>{let t=m.get(e);return t!==void 0&&m.has(t)?1+h(t):0},g=e=>{let t=m.get(e);return t!==void 0&&m.has(t)&&(f.includes(t)||g(t))},_=new Set(t.map(e=>e.parent?.ref)),v=new Set;if(p){for(let e of t)if(e.assessable&&i(e.ref)!==`related`)for(let t=e.ref;t&&!v.has(t);t=m.get(t))v.add(t)}let y=t.filter(e=>!g(e.ref)&&(!p||v.has(e.ref))),[b,x]=N(``),S=y.some(e=>e.ref===b)?b:y.some(e=>e.ref===a)?a:y[0]?.ref,C=e=>u.change({shut:f.includes(e)?f.filter(t=>t!==e):[...f,e]},!0),w=e=>{e&&(x(e),d.current?.querySelector(`[data-ref="${CSS.escape(e)}"]`)?.focus())},ee=(e,t)=>{let n=y.indexOf(t),r=!f.includes(t.ref),i={ArrowDown:()=>w(y[n+1]?.ref),ArrowUp:()=>w(y[n-1]?.ref),Home:()=>w(y[0]?.ref),End:()=>w(y.at(-1)?.ref),ArrowRight:()=>_.has(t.ref)&&!r?C(t.ref):w(y[n+1]?.ref),ArrowLeft:()=>_.has(t.ref)&&r?C(t.ref):w(t.parent?.ref),Enter:()=>c(t.ref)," ":()=>c(t.ref)}[e.key];i&&(e.preventDefault(),i())};return G(`div`,{class:`tree-column`,children:[G(`p`,{class:`tree-title`,children:e}),G(`ul`,{role:`tree`,"aria-label":r,ref:d,onMouseLeave:()=>s(``),children:y.map(e=>{let t=_.has(e.ref),r=i(e.ref),u=!f.includes(e.ref);return G(`li`,{role:`treeitem`,"data-ref":e.ref,"aria-level":h(e.ref)+1,"aria-expanded":t?u:void 0,"aria-selected":e.ref===a,tabIndex:e.ref===S?0:-1,class:`row d${Math.min(h(e.ref),3)} ${e.assessable?r:`group`} ${n.has(e.ref)?`linked`:``} ${e.ref===o?`near`:``}`,onMouseEnter:()=>s(e.ref),onFocus:()=>s(e.ref),onBlur:()=>s(``),onClick:()=>t&&!e.assessable?C(e.ref):c(e.ref),onKeyDown:t=>ee(t,e),children:[G(`span`,{class:`twist`,"aria-hidden":`true`,children:t?u?`▾`:`▸`:``}),G(`span`,{class:`number-of`,children:e.number}),G(`span`,{class:`row-name`,children:e.name}),e.assessable&&r!==`related`&&G(`span`,{class:`unmapped`,children:r===`unrelated`?l.markUnrelated:l.markUnclaimed})]},e.ref)})})]})}function bn({frame:e,links:t}){let[,n]=N(0),[r,i]=N({height:0,ends:new Map});return P(()=>{let t=()=>n(e=>e+1),r=[...e.current?.querySelectorAll(`[role=tree]`)??[]];for(let e of r)e.addEventListener(`scroll`,t,{passive:!0});return addEventListener(`resize`,t),()=>{for(let e of r)e.removeEventListener(`scroll`,t);removeEventListener(`resize`,t)}},[]),De(()=>{let n=e.current;if(!n)return;let a=n.getBoundingClientRect().top,o=new Map;for(let e of new Set(t.flatMap(e=>[e.left,e.right]))){let t=n.querySelector(`[data-ref="${CSS.escape(e)}"]`),r=t?.closest(`[role=tree]`)?.getBoundingClientRect();if(!t||!r)continue;let i=t.getBoundingClientRect(),s=(i.top+i.bottom)/2;o.set(e,{y:Math.min(Math.max(s,r.top+6),r.bottom-6)-a,out:s<r.top||s>r.bottom})}let s={height:n.clientHeight,ends:o};(JSON.stringify([...s.ends])!==JSON.stringify([...r.ends])||s.height!==r.height)&&i(s)}),G(`svg`,{class:`links`,width:`140`,height:r.height,viewBox:`0 0 140 ${r.height||1}`,"aria-hidden":`true`,children:t.map(e=>{let t=r.ends.get(e.left),n=r.ends.get(e.right);if(!t||!n)return null;let i=(t.y+n.y)/2;return G(`g`,{class:t.out||n.out?`out`:void 0,children:[G(`path`,{class:e.joint?`joint`:void 0,d:`M0 ${t.y}C70 ${t.y} 70 ${n.y} 140 ${n.y}`}),G(`circle`,{cx:`70`,cy:i,r:`11`}),G(`text`,{class:`relation-sign`,x:`70`,y:i+5,"text-anchor":`middle`,children:pn[e.relation]}),e.claims>1&&G(`text`,{class:`times`,x:`84`,y:i+4,children:[`×`,e.claims]})]},`${e.left} ${e.right}`)})})}function xn(){let{w:e,language:t}=L(),n=I(),r=n.get(`from`)||n.list(`held`)[0]||`iso-27001-2022`,i=n.get(`to`)||n.get(`target`).split(`/`)[0]||`isms-p-2023`,a=U(ct,{ref:r,language:t},e=>e.standard?.requirements??Sn),o=U(ct,{ref:i,language:t},e=>e.standard?.requirements??Sn),s=U(ft,{from:r,to:i,language:t},e=>e.mappings),c=n.get(`as`)===`table`;return G(`article`,{class:`view crosswalk`,children:[G(`h1`,{children:e.views.crosswalk}),G(`form`,{class:`question no-print`,"aria-label":e.question,onSubmit:e=>e.preventDefault(),children:[G(Kt,{label:e.from,value:r,onPick:e=>n.change({from:e,to:i,sel:``,shut:``})}),G(`button`,{type:`button`,class:`switch`,onClick:()=>n.change({from:i,to:r,shut:``}),"aria-label":e.switchDirection,title:e.switchDirection,children:`⇄`}),G(Kt,{label:e.to,value:i,onPick:e=>n.change({from:r,to:e,sel:``,shut:``})}),G(`div`,{class:`field toggles`,children:[G(`button`,{type:`button`,"aria-pressed":c,onClick:()=>n.change({from:r,to:i,as:c?``:`table`}),children:e.asTable}),G(`button`,{type:`button`,"aria-pressed":n.get(`show`)===`unmapped`,onClick:()=>n.change({from:r,to:i,show:n.get(`show`)?``:`unmapped`}),children:e.onlyUnmapped})]})]}),G(q,{answer:a,children:e=>G(q,{answer:o,children:t=>G(q,{answer:s,children:n=>G(Tn,{from:r,to:i,left:Cn(e),right:Cn(t),edges:n.mappings.edges})})})})]})}var Sn={pageInfo:{hasNextPage:!1,endCursor:null},edges:[]},Cn=e=>e.standard?.requirements.edges.map(e=>e.node)??[],wn=e=>e.kind===`POINT`?e.parent?.ref??e.ref:e.ref;function Tn({from:e,to:t,left:n,right:r,edges:i}){let{w:a,n:o}=L(),s=I(),c=W(),l=s.get(`sel`),[u,d]=N(``);P(()=>d(``),[e,t]);let f=ke(()=>i.map(e=>{let[t,n]=e.reversed?[e.node.targets,e.node.sources]:[e.node.sources,e.node.targets];return{left:t.map(wn),right:n.map(wn),relation:e.relation,edge:e}}),[i]),p=ke(()=>{let e=new Map;for(let t of f)for(let n of[...t.left,...t.right])t.relation===`NO_RELATIONSHIP`?e.has(n)||e.set(n,`unrelated`):e.set(n,`related`);return e},[f]),m=e=>p.get(e)??`unclaimed`,h=e=>e.filter(e=>e.assessable&&m(e.ref)!==`related`).length,g=l?f.filter(e=>e.left.includes(l)||e.right.includes(l)):[],_=e=>e.filter(e=>e.assessable).length;return f.length===0?G(J,{title:a.noCrosswalk,children:G(`p`,{children:a.noCrosswalkMeans})}):G(S,{children:[G(K,{withTarget:!1}),G(`p`,{class:`asked`,children:[a.crosswalkOf(o(f.length),c(e),c(t)),` `,G(`span`,{class:`quiet`,children:a.unmappedCounts(o(h(n)),o(_(n)),e,o(h(r)),o(_(r)),t)})]}),s.get(`as`)===`table`?G(En,{claims:f,from:e,to:t}):G(S,{children:[G(vn,{from:c(e),to:c(t),left:n,right:r,claims:f,mark:m,selected:l,near:u,onNear:d,onSelect:n=>s.change({from:e,to:t,sel:n===l?``:n})}),G(`p`,{class:`quiet legend no-print`,children:a.treeLegend}),G(`section`,{class:`selected`,"aria-labelledby":`selected-title`,"aria-live":`polite`,children:[G(`h2`,{id:`selected-title`,children:[l?a.claimsOf(l):a.claims,` `,l&&G(`span`,{class:`quiet`,children:o(g.length)})]}),l?g.length?G(En,{claims:g,from:e,to:t}):G(`p`,{class:`quiet`,children:a.inNoClaim}):G(`p`,{class:`quiet`,children:a.selectHint})]})]})]})}function En({claims:e,from:t,to:n}){let{w:r,n:i}=L(),a=(e,t)=>e.length?e.map(e=>e.number).join(` + `):t;return G(`div`,{class:`scroll`,tabIndex:0,role:`group`,"aria-label":r.claims,children:G(`table`,{class:`rows claims cards`,children:[G(`thead`,{children:G(`tr`,{children:[G(`th`,{scope:`col`,children:t}),G(`th`,{scope:`col`,children:r.relationWord}),G(`th`,{scope:`col`,children:n}),G(`th`,{scope:`col`,children:r.whyWord}),G(`th`,{scope:`col`,children:r.strength}),G(`th`,{scope:`col`,children:r.assuranceWord}),G(`th`,{scope:`col`,children:r.source})]})}),G(`tbody`,{children:e.map(({edge:e,relation:o})=>{let[s,c]=e.reversed?[e.node.targets,e.node.sources]:[e.node.sources,e.node.targets];return G(`tr`,{title:pn[o],children:[G(`td`,{class:`number-of`,children:a(s,r.allOf(t))}),G(`td`,{children:G(hn,{relation:o})}),G(`td`,{class:`number-of`,children:a(c,r.allOf(n))}),G(`td`,{children:e.node.why}),G(`td`,{class:`number`,"data-label":r.strength,children:e.node.strength===null?`–`:i(e.node.strength)}),G(`td`,{"data-label":r.assuranceWord,children:r.assurance[e.node.assurance]}),G(`td`,{"data-label":r.source,children:e.node.source.title})]},e.node.ref)})})]})})}function Dn(e){let t=0;for(let n of e)t+=n>`ᄀ`?1:/[iljtf.,:;()\[\] '|]/.test(n)?.32:/[A-Zmw%]/.test(n)?.7:.54;return t}function On(e,t,n){let r=[],i=``;for(let n of e.split(/\s+/)){let e=i?`${i} ${n}`:n;Dn(e)<=t||!i?i=e:(r.push(i),i=n)}return r.push(i),r.slice(0,n).map((e,i)=>Dn(e)>t||i===n-1&&r.length>n?kn(e,t):e)}function kn(e,t){let n=e;for(;n&&Dn(`${n}…`)>t;)n=n.slice(0,-1);return`${n.trimEnd()}…`}function An({x:e,y:t,lines:n,step:r,class:i,anchor:a}){return G(`text`,{x:e,y:t,class:i,"text-anchor":a,children:n.map((t,n)=>G(`tspan`,{x:e,dy:n===0?0:r,children:t},n))})}var X={width:232,height:62,gap:20,drop:62},jn=6,Mn=(e,t)=>`${e} ${t}`;function Nn(e){let t=new Map,n=[],r=e=>{t.set(e.key,e),(n[e.row]??=[]).push(e)};for(let n of e){let e=n.premises.map(e=>t.get(Mn(e.requirement.ref,e.verdict))).filter(e=>e!==void 0),i=e.length?1+Math.max(...e.map(e=>e.row)):+!!n.missing.length;for(let e of n.missing)r({key:Mn(e.ref,`missing ${n.requirement.ref}`),row:i-1,x:0,ref:e.ref,name:e.name,verdict:null,held:null});r({key:Mn(n.requirement.ref,n.verdict),row:i,x:0,ref:n.requirement.ref,name:n.requirement.name,verdict:n.verdict,held:n.held})}let i=Math.max(...n.map(e=>e.length));for(let e of n){let t=(i-e.length)*(X.width+X.gap)/2+jn;e.forEach((e,n)=>{e.x=t+n*(X.width+X.gap)})}return{boxes:t,rows:n}}function Pn({steps:e,link:t}){let{w:n}=L(),{boxes:r,rows:i}=Nn(e),a=e=>jn+e.row*(X.height+X.drop),o=Math.max(...i.map(e=>e.length))*(X.width+X.gap)-X.gap+12,s=i.length*(X.height+X.drop)-X.drop+12,c=e=>e.x+X.width/2;return G(`svg`,{class:`drawing proof`,viewBox:`0 0 ${o} ${s}`,width:o,height:s,role:`group`,"aria-label":n.proofDrawing,children:[e.map(e=>{let t=r.get(Mn(e.requirement.ref,e.verdict)),i=e.premises.map(e=>r.get(Mn(e.requirement.ref,e.verdict))).filter(e=>e!==void 0),o=e.missing.map(t=>r.get(Mn(t.ref,`missing ${e.requirement.ref}`))).filter(e=>e!==void 0),s=a(t)-X.drop/2,l=e.mapping&&(e.reversed?mn(e.mapping.relation):e.mapping.relation),u=l?``:e.rule===`R2`?n.part:``;return G(`g`,{class:`edges`,"aria-hidden":`true`,children:[[...i,...o].map(e=>{let n=a(e)+X.height,r=n+(s-n)/2;return G(`path`,{class:e.verdict?void 0:`dashed`,d:`M${c(e)} ${n}C${c(e)} ${r} ${c(t)} ${r} ${c(t)} ${s}`},e.key)}),i.length+o.length>0&&G(`path`,{d:`M${c(t)} ${s}V${a(t)-2}m-4 -6l4 6l4 -6`}),l&&G(S,{children:[G(`circle`,{cx:c(t),cy:s,r:`12`}),G(`text`,{class:`relation-sign`,x:c(t),y:s+5,"text-anchor":`middle`,children:pn[l]}),G(`text`,{class:`rule`,x:c(t)+18,y:s+4,children:[n.relation[l],` · `,e.rule]})]}),u&&G(`text`,{class:`rule`,x:c(t)+10,y:s+4,children:[u,` · `,e.rule]})]},t.key)}),[...r.values()].map(e=>G(`a`,{class:`node ${e.verdict?`v-${e.verdict}`:`missing`}`,href:t(e.ref),children:[G(`title`,{children:`${e.ref} ${e.name}: ${e.verdict??n.notProved}${e.held?`, ${n.heldBy(e.held)}`:``}`}),G(`rect`,{x:e.x,y:a(e),width:X.width,height:X.height,rx:`4`}),G(`rect`,{class:`edge-mark`,x:e.x,y:a(e),width:`4`,height:X.height}),e.verdict&&G($t,{verdict:e.verdict,x:e.x+13,y:a(e)+9}),G(`text`,{class:`node-ref`,x:e.x+35,y:a(e)+21,children:e.ref}),e.held&&Dn(e.ref)<15&&G(`text`,{class:`node-note`,"aria-hidden":`true`,x:e.x+X.width-9,y:a(e)+21,"text-anchor":`end`,children:n.heldShort}),G(An,{class:`node-name`,x:e.x+13,y:a(e)+39,lines:On(e.name,16.6,2),step:15})]},e.key))]})}function Fn(){let{w:e,language:t}=L(),n=I(),r=z(),i=n.get(`req`),a=r.holds&&i,o=U(pt,a?{...r.variables,requirement:i,language:t}:null);return G(`article`,{class:`view explain`,children:[G(`h1`,{children:e.views.explain}),G(Wt,{withTarget:!1}),G(In,{}),a?G(q,{answer:o,children:({explain:e,revision:t})=>G(Ln,{of:e,revision:t.hash.slice(0,8)})}):G(J,{title:e.explainTitle,children:[G(`p`,{children:r.holds?e.explainChoose:e.explainHold}),G(`p`,{children:G(`a`,{href:n.href(`explain`,{held:r.held.length?r.held:[`iso-27001-2022`],req:`isms-p-2023/2.5.4`}),children:e.explainExample})})]})]})}function In(){let{w:e}=L(),t=I(),[n,r]=N(null),i=Nt(n??``);return G(`div`,{class:`field requirement-field no-print`,children:G(zt,{label:e.requirementAsked,text:n??t.get(`req`),placeholder:e.findRequirement,choices:i,nothing:(n??``).trim().length>1?e.nothingFound:``,onText:r,onPick:e=>{r(null),t.change({req:e.value})},onEnter:()=>{let e=n?.trim();e&&t.change({req:i[0]?.value??e}),r(null)}})})}function Ln({of:e,revision:t}){let{w:n,day:r}=L(),i=I(),{requirement:a}=e;return G(S,{children:[G(K,{asOf:e.asOf,withTarget:!1}),G(`header`,{class:`answer-head`,children:[G(`p`,{class:`quiet`,children:[a.standard.title,` `,a.parent&&`› ${a.parent.number} ${a.parent.name}`]}),G(`h2`,{children:[G(`span`,{class:`number-of`,children:a.number}),` `,a.name]}),G(`p`,{class:`verdict-line`,children:[G(en,{verdict:e.verdict}),` `,n.verdictMeans[e.verdict],`. `,G(`span`,{class:`code`,children:e.disposition}),` `,n.dispositionMeans[e.disposition],`.`]}),a.gist&&G(`p`,{class:`gist`,children:a.gist}),G(`p`,{class:`no-print`,children:G(`a`,{href:i.href(`neighbourhood`,{req:a.ref}),children:n.seeNeighbourhood})})]}),e.conflict.length>0&&G(`p`,{class:`note warn`,role:`note`,children:[G(`strong`,{children:n.conflict}),` `,n.conflictMeans,` `,e.conflict.map(e=>e.crosswalk?.name??e.mappings.map(e=>e.ref).join(`, `)).join(`; `)]}),G(Yt,{doubts:e.doubts}),G(Rn,{of:e}),G(`section`,{class:`remainder`,"aria-labelledby":`remainder-title`,children:[G(`h3`,{id:`remainder-title`,children:e.points.length?n.pointByPoint:n.whatRemains}),G(zn,{of:e})]}),(e.verdict===`POSSIBLE`||e.verdict===`UNKNOWN`)&&G(Bn,{of:e}),e.proof&&G(`section`,{class:`why`,"aria-labelledby":`proof-title`,children:[G(`h3`,{id:`proof-title`,children:[n.proof,` `,G(`span`,{class:`quiet`,children:n.proofAssurance(n.assurance[e.proof.assurance])})]}),G(`div`,{class:`proof-columns`,children:[G(`div`,{class:`scroll drawing-frame`,tabIndex:0,role:`group`,"aria-labelledby":`proof-title`,children:G(Pn,{steps:e.proof.steps,link:e=>i.href(`neighbourhood`,{req:e})})}),G(`ol`,{class:`steps`,children:e.proof.steps.map((t,n)=>G(`li`,{children:G(Vn,{step:t,sentence:e.sentences[n]??``})},t.requirement.ref+t.verdict))})]})]}),e.omission&&G(`section`,{class:`omission`,children:[G(`h3`,{children:n.omission}),G(`p`,{children:n.omissionMeans}),G(`ul`,{children:e.omission.conditions.map(e=>G(`li`,{children:e},e))}),G(`p`,{class:`quiet`,children:[n.source,`: `,e.omission.source,` · `,n.certainty[e.omission.certainty]]})]}),G(`p`,{class:`quiet`,children:n.asOfRevision(r(e.asOf),t)})]})}function Rn({of:e}){let{w:t}=L();return e.blockers.length===0?null:G(`div`,{class:`note`,children:[G(`strong`,{children:t.blockers}),G(`ul`,{children:e.blockers.map(e=>G(`li`,{children:[e.control.id,` `,e.control.title,`: `,t.blockerReason[e.why],`. `,t.withThem,` `,G(en,{verdict:e.verdict})]},e.control.id))})]})}function zn({of:e}){let{w:t}=L(),n=e.remainder.filter(e=>!e.point);return G(S,{children:[e.points.length>0&&G(`ul`,{class:`points`,children:e.points.map(({requirement:n,verdict:r})=>{let i=e.remainder.filter(e=>e.point?.ref===n.ref&&e.mapping);return G(`li`,{children:[G(Y,{verdict:r}),G(`div`,{children:[G(`span`,{class:`number-of`,children:n.number}),` `,n.gist,` `,G(`span`,{class:`word v-${r}`,children:r}),i.length>0&&G(`ul`,{class:`beyond`,children:i.map(e=>G(`li`,{children:[G(`span`,{class:`quiet`,children:t.beyond(e.beyond.map(e=>e.ref).join(` + `))}),` `,e.text]},e.mapping?.ref))})]})]},n.ref)})}),n.length>0&&G(`ul`,{class:`beyond`,children:n.map(e=>G(`li`,{children:[e.text,` `,G(`span`,{class:`quiet`,children:t.beyond(e.beyond.map(e=>e.ref).join(` + `))})]},e.text))}),e.points.length===0&&n.length===0&&G(`p`,{class:`quiet`,children:e.verdict===`FULL`?t.nothingRemains:t.noPoints})]})}function Bn({of:e}){let{w:t}=L(),n=(e.proof?.steps??[]).filter(e=>e.rule===`R6`&&e.mapping);return G(`section`,{class:`note`,"aria-labelledby":`nothing-title`,children:[G(`h3`,{id:`nothing-title`,children:t.nothingFollows}),G(`p`,{children:e.verdict===`UNKNOWN`?t.nobodyLooked:t.touchedOnly}),G(`ul`,{children:n.map(e=>{let n=e.mapping&&(e.reversed?mn(e.mapping.relation):e.mapping.relation);return n&&G(`li`,{children:t.whyNothing[n]},e.requirement.ref)})})]})}function Vn({step:e,sentence:t}){let{w:n,n:r}=L(),{mapping:i}=e;return G(S,{children:[G(`p`,{class:`step-head`,children:[G(en,{verdict:e.verdict}),` `,G(`code`,{children:e.requirement.ref}),` `,G(`span`,{class:`rule-tag`,children:e.rule}),` `,n.rule[e.rule]]}),i?G(S,{children:[G(`p`,{class:`claim-ends`,children:[G(`code`,{children:Hn(e.reversed?i.targets:i.sources,e.reversed?i.targetStandard.ref:i.sourceStandard.ref)}),` `,G(hn,{relation:e.reversed?mn(i.relation):i.relation}),` `,G(`code`,{children:Hn(e.reversed?i.sources:i.targets,e.reversed?i.sourceStandard.ref:i.targetStandard.ref)})]}),G(`p`,{children:i.why}),e.missing.length>0&&G(`p`,{children:[n.missing,` `,e.missing.map(e=>`${e.ref} ${e.name}`).join(`; `)]}),G(`dl`,{class:`claim`,children:[G(`dt`,{children:n.strength}),G(`dd`,{children:i.strength===null?`–`:n.outOfTen(r(i.strength))}),G(`dt`,{children:n.basisWord}),G(`dd`,{children:i.basis?n.basis[i.basis]:`–`}),G(`dt`,{children:n.assuranceWord}),G(`dd`,{children:[n.assurance[i.assurance],i.review.by&&` (${i.review.by}, ${i.review.on})`]}),G(`dt`,{children:n.source}),G(`dd`,{children:[i.source.url?G(`a`,{href:i.source.url,rel:`noreferrer`,children:i.source.title}):i.source.title,i.source.licence&&`, ${i.source.licence}`]}),G(`dt`,{children:n.editions}),G(`dd`,{children:[i.sourceStandard.title,` (`,i.sourceStandard.edition,`); `,i.targetStandard.title,` (`,i.targetStandard.edition,`)`]}),G(`dt`,{children:n.claim}),G(`dd`,{children:G(`code`,{children:i.ref})})]})]}):G(`p`,{children:t})]})}function Hn(e,t){return e.length?e.map(e=>e.ref).join(` + `):t}var Un=[`LAW`,`EDITION`,`COUNT`,`COMPARISON`,`ESTIMATE`],Wn=()=>new Date().toISOString().slice(0,10);function Gn(){let{w:e,language:t,day:n}=L(),r=I(),i=it(r.get(`asof`))?r.get(`asof`):null,a=U(mt,{asOf:i,language:t});return G(`article`,{class:`view facts`,children:[G(`h1`,{children:e.views.facts}),G(q,{answer:a,children:({schemes:t,facts:a})=>{let o=t.find(e=>e.ref===r.get(`scheme`))??t.find(e=>e.questions.length>0)??t[0];if(!o)return G(`p`,{class:`quiet`,children:e.noSchemes});let s=a.filter(e=>e.scheme.ref===o.ref);return G(S,{children:[G(K,{asOf:i??Wn(),withTarget:!1}),G(`form`,{class:`question no-print`,"aria-label":e.question,onSubmit:e=>e.preventDefault(),children:[G(`label`,{class:`field`,children:[G(`span`,{children:e.scheme}),G(`select`,{value:o.ref,onChange:e=>r.change({scheme:e.currentTarget.value,known:``}),children:t.map(e=>G(`option`,{value:e.ref,children:e.title},e.ref))})]}),G(`label`,{class:`field`,children:[G(`span`,{children:e.asOf}),G(`input`,{type:`date`,value:i??Wn(),onChange:e=>r.change({scheme:o.ref,asof:e.currentTarget.value})})]})]}),G(`header`,{class:`answer-head`,children:[G(`h2`,{children:o.title}),G(`p`,{class:`quiet`,children:[o.authority,` · `,e.asOfDay(n(i??Wn()))]})]}),o.questions.length>0&&G(Yn,{scheme:o,asOf:i}),Un.map(e=>G(Kn,{kind:e,facts:s.filter(t=>t.kind===e)},e))]})}})]})}function Kn({kind:e,facts:t}){let{w:n,n:r}=L();return t.length===0?null:G(`section`,{"aria-labelledby":`facts-${e}`,children:[G(`h3`,{id:`facts-${e}`,children:[n.factKind[e],` `,G(`span`,{class:`quiet`,children:r(t.length)})]}),G(`table`,{class:`rows facts-table cards`,children:[G(`thead`,{children:G(`tr`,{children:[G(`th`,{scope:`col`,children:n.statement}),G(`th`,{scope:`col`,children:n.certaintyWord}),G(`th`,{scope:`col`,children:n.validity}),G(`th`,{scope:`col`,children:n.source})]})}),G(`tbody`,{children:t.map(e=>G(`tr`,{children:[G(`td`,{class:`claim-text`,children:e.claim}),G(`td`,{children:G(`span`,{class:`certainty c-${e.certainty}`,children:n.certainty[e.certainty]})}),G(`td`,{"data-label":n.validity,children:G(qn,{of:e.valid})}),G(`td`,{class:`quiet`,lang:`en`,"data-label":n.source,children:e.source})]},e.key))})]})]})}function qn({of:e}){let{w:t,day:n}=L();return!e.from&&!e.to?G(`span`,{class:`quiet`,children:`–`}):G(S,{children:[e.from&&t.since(n(e.from)),` `,e.to&&t.until(n(e.to))]})}function Jn(e,t){let n=new Map;for(let r of e){let[e=``,i=``]=r.split(`:`),a=t.questions.find(t=>t.name===e);a&&(a.kind===`NUMBER`?/^\d+$/:/^(yes|no)$/).test(i)&&n.set(e,i)}return n}function Yn({scheme:e,asOf:t}){let{w:n,language:r,n:i}=L(),a=I(),o=Jn(a.list(`known`),e),s=[...o].map(([e,t])=>({key:e,value:t})),c=U(ht,{scheme:e.ref,inputs:s,asOf:t,language:r}),l=(t,n)=>{let r=new Map(o);n?r.set(t,n):r.delete(t),a.change({scheme:e.ref,known:[...r].map(([e,t])=>`${e}:${t}`)},!0)};return G(`section`,{class:`obliged`,"aria-labelledby":`obliged-title`,children:[G(`h3`,{id:`obliged-title`,children:n.obligedTitle}),G(`p`,{class:`quiet`,children:n.obligedMeans}),G(`div`,{class:`obliged-columns`,children:[G(`form`,{class:`asked-of`,"aria-label":n.obligedTitle,onSubmit:e=>e.preventDefault(),children:e.questions.map(e=>G(`label`,{class:`field`,children:[G(`span`,{children:e.title}),e.kind===`FLAG`?G(`select`,{value:o.get(e.name)??``,onChange:t=>l(e.name,t.currentTarget.value),children:[G(`option`,{value:``,children:n.notKnown}),G(`option`,{value:`yes`,children:n.yes}),G(`option`,{value:`no`,children:n.no})]}):G(`input`,{inputMode:`numeric`,value:o.has(e.name)?i(Number(o.get(e.name))):``,placeholder:n.notKnown,onChange:t=>l(e.name,t.currentTarget.value.replace(/\D/g,``))})]},e.name))}),G(`div`,{class:`answers`,"aria-live":`polite`,children:G(q,{answer:c,children:({obligations:e})=>G(`ul`,{class:`obligations`,children:e.map(e=>G(`li`,{class:`a-${e.answer}`,children:[G(`p`,{children:[G(`span`,{class:`answer-word`,children:n.answer[e.answer]}),` `,G(`strong`,{children:e.who})]}),G(`p`,{children:[e.what,` `,e.due]}),e.missing.length>0&&G(`p`,{class:`quiet`,children:[n.tell,`: `,e.missing.map(e=>e.title).join(`; `)]}),G(`p`,{class:`quiet`,children:[n.source,`: `,G(`span`,{lang:`en`,children:e.source}),` · `,n.certainty[e.certainty],` · `,G(qn,{of:e.valid})]})]},e.key))})})})]})]})}var Z={width:1080,side:300,row:46,head:24,gap:14,point:40},Q={x:(Z.width-320)/2,width:320},Xn=[`EQUAL_TO`,`SUPERSET_OF`,`SUBSET_OF`,`INTERSECTS_WITH`];function Zn(e){let t=new Map;for(let{reversed:n,relation:r,node:i}of e.mappings.edges){if(r===`NO_RELATIONSHIP`)continue;let[a,o]=n?[i.targets,i.sources]:[i.sources,i.targets];for(let n of o){let i=n.kind===`POINT`&&n.parent?n.parent:n;if(i.ref===e.ref)continue;let o=t.get(i.ref)??{ref:i.ref,number:i.number,name:i.name,standard:n.standard.ref,lines:new Map};t.set(i.ref,o);for(let t of a.filter(t=>t.ref===e.ref||t.parent?.ref===e.ref)){let e=o.lines.get(t.ref);e?(e.claims++,Xn.indexOf(r)<Xn.indexOf(e.relation)&&(e.relation=r)):o.lines.set(t.ref,{relation:r,claims:1})}}}return[...t.values()]}function Qn(e){let t=[...Map.groupBy(e,e=>e.standard)].sort((e,t)=>t[1].length-e[1].length),n=[[],[]],r=[0,0];for(let e of t){let t=r[0]<=r[1]?0:1;n[t]?.push(e),r[t]=r[t]+Z.head+Z.gap+e[1].length*Z.row}return n}function $n({of:e,link:t}){let{w:n}=L(),r=Qn(Zn(e)),i=e=>e.reduce((e,[,t])=>e+Z.head+Z.gap+t.length*Z.row,0),a=64+e.points.length*Z.point,o=Math.max(a,...r.map(i))+8,s=(o-a)/2,c=t=>{let n=e.points.findIndex(e=>e.ref===t);return n<0?s+28:s+64+n*Z.point+Z.point/2};return G(`svg`,{class:`drawing around`,viewBox:`0 0 ${Z.width} ${o}`,width:Z.width,height:o,role:`group`,"aria-label":n.neighbourhoodDrawing,children:[r.map((e,r)=>{let a=r===0?2:Z.width-Z.side-2,s=(o-i(e))/2;return e.map(([e,i])=>{let o=s;return s+=Z.head+Z.gap+i.length*Z.row,G(`g`,{children:[G(`text`,{class:`standard-name`,x:a+4,y:o+16,children:e}),i.map((e,i)=>{let s=o+Z.head+i*Z.row,l=r===0?a+Z.side:a,u=r===0?Q.x:Q.x+Q.width;return G(`g`,{children:[[...e.lines].map(([t,n],i)=>{let a=s+19+(i-(e.lines.size-1)/2)*9,o=c(t),d=(u+l)/2,f=l+(r===0?16:-16)+(r===0?1:-1)*i*20;return G(`g`,{class:`edges`,"aria-hidden":`true`,children:[G(`path`,{d:`M${u} ${o}C${d} ${o} ${d} ${a} ${l} ${a}`}),G(`circle`,{cx:f,cy:a,r:`9`}),G(`text`,{class:`relation-sign small`,x:f,y:a+4,"text-anchor":`middle`,children:pn[n.relation]})]},t)}),G(`a`,{class:`node`,href:t(e.ref),children:[G(`title`,{children:`${e.ref} ${e.name}: ${[...e.lines].map(([e,t])=>`${e} ${n.relation[t.relation]}`).join(`, `)}`}),G(`rect`,{x:a,y:s,width:Z.side,height:Z.row-7,rx:`4`}),G(`text`,{class:`node-ref`,x:a+9,y:s+16,children:e.number}),G(An,{class:`node-name`,x:a+9,y:s+31,lines:On(e.name,22,1),step:14})]})]},e.ref)})]},e)})}),G(`g`,{class:`middle`,children:[G(`rect`,{x:Q.x,y:s,width:Q.width,height:a,rx:`5`}),G(`text`,{class:`node-ref`,x:Q.x+14,y:s+24,children:e.ref}),G(An,{class:`node-name strong`,x:Q.x+14,y:s+44,lines:On(e.name,23,1),step:15}),e.points.map((e,t)=>G(`g`,{children:[G(`path`,{class:`rule-line`,d:`M${Q.x} ${s+64+t*Z.point}h${Q.width}`}),G(`text`,{class:`node-note`,x:Q.x+14,y:s+64+t*Z.point+17,children:e.number}),G(An,{class:`node-small`,x:Q.x+66,y:s+64+t*Z.point+17,lines:On(e.gist??``,19.5,2),step:14})]},e.ref))]})]})}var er={pageInfo:{hasNextPage:!1,endCursor:null},edges:[]};function tr(){let{w:e,language:t}=L(),n=I(),r=n.get(`req`),[i,a]=N(null),o=Nt(i??``),s=U(gt,r?{ref:r,language:t}:null,e=>e.requirement?.mappings??er);return G(`article`,{class:`view neighbourhood`,children:[G(`h1`,{children:e.views.neighbourhood}),G(`div`,{class:`field requirement-field no-print`,children:G(zt,{label:e.requirementAsked,text:i??r,placeholder:e.findRequirement,choices:o,nothing:(i??``).trim().length>1?e.nothingFound:``,onText:a,onPick:e=>{a(null),n.change({req:e.value})},onEnter:()=>{let e=i?.trim();e&&n.change({req:o[0]?.value??e}),a(null)}})}),r?G(q,{answer:s,children:({requirement:e})=>e&&G(nr,{of:e})}):G(J,{title:e.neighbourhoodTitle,children:G(`ul`,{class:`examples`,children:[`isms-p-2023/2.5.4`,`iso-27001-2022/A.5.17`,`iso-hs/9.3`].map(e=>G(`li`,{children:G(`a`,{href:n.href(`neighbourhood`,{req:e}),children:e})},e))})})]})}function nr({of:e}){let{w:t,n}=L(),r=I(),i=e=>r.href(`neighbourhood`,{req:e}),a=e.mappings.edges.filter(e=>e.relation!==`NO_RELATIONSHIP`),o=e.mappings.edges.length-a.length;return G(S,{children:[G(K,{withTarget:!1}),G(`header`,{class:`answer-head`,children:[G(`p`,{class:`quiet`,children:[e.standard.title,e.parent&&G(S,{children:[` › `,G(`a`,{href:i(e.parent.ref),children:[e.parent.number,` `,e.parent.name]})]})]}),G(`h2`,{children:[G(`span`,{class:`number-of`,children:e.number}),` `,e.name]}),e.gist&&e.gist!==e.name&&G(`p`,{class:`gist`,children:e.gist}),e.laws.length>0&&G(`p`,{class:`quiet`,children:[t.laws,`: `,e.laws.join(`, `)]}),G(`p`,{class:`no-print`,children:G(`a`,{href:r.href(`explain`,{req:e.ref}),children:t.views.explain})})]}),e.children.length>0&&G(`ul`,{class:`children`,children:e.children.map(e=>G(`li`,{children:G(`a`,{href:i(e.ref),children:[G(`span`,{class:`number-of`,children:e.number}),` `,e.name]})},e.ref))}),a.length>0?G(`div`,{class:`scroll drawing-frame`,tabIndex:0,role:`group`,"aria-label":t.neighbourhoodDrawing,children:G($n,{of:e,link:i})}):G(`p`,{class:`quiet`,children:t.inNoClaim}),a.length>0&&G(`section`,{"aria-labelledby":`claims-title`,children:[G(`h3`,{id:`claims-title`,children:[t.claims,` `,G(`span`,{class:`quiet`,children:t.claimsAndApart(n(a.length),n(o))})]}),G(`table`,{class:`rows claims cards`,children:[G(`thead`,{children:G(`tr`,{children:[G(`th`,{scope:`col`,children:t.here}),G(`th`,{scope:`col`,children:t.relationWord}),G(`th`,{scope:`col`,children:t.there}),G(`th`,{scope:`col`,children:t.whyWord}),G(`th`,{scope:`col`,children:t.assuranceWord})]})}),G(`tbody`,{children:a.map(n=>{let[r,a]=n.reversed?[n.node.targets,n.node.sources]:[n.node.sources,n.node.targets];return G(`tr`,{children:[G(`td`,{class:`number-of`,children:r.map(t=>t.standard.ref===e.standard.ref?t.number:t.ref).join(` + `)}),G(`td`,{children:G(hn,{relation:n.relation})}),G(`td`,{children:a.map(e=>G(`a`,{href:i(e.kind===`POINT`?e.parent?.ref??e.ref:e.ref),children:[G(`code`,{children:e.ref}),` `]},e.ref))}),G(`td`,{children:n.node.why}),G(`td`,{"data-label":t.assuranceWord,children:t.assurance[n.node.assurance]})]},n.node.ref)})})]})]})]})}var $={width:1080,label:290,bar:8,gap:7,least:15},rr=520,ir=26;function ar(e,t){let n=new Map(e.map(e=>[e.ref,e.parent?.ref])),r=e=>{let t=n.get(e);return[...t!==void 0&&n.has(t)?r(t):[],e]},i=(e,t)=>{let n=r(e).slice(0,-1);return n[Math.min(t,n.length-1)]??e},a=3;for(;a>0&&new Set([...t].map(e=>i(e,a))).size>ir;)a--;return e=>i(e,a)}function or(e,t,n){let r=new Map,i=(e,t,n)=>{let i=`${e} ${t} ${n}`,a=r.get(i)??{left:e,right:t,kind:n,width:0};a.width++,r.set(i,a)};for(let r of e){let e=r.to?n(r.to.ref):cr;r.from.length===0&&i(sr,e,r.kind);for(let n of r.from)i(t(n.ref),e,r.kind)}return[...r.values()]}var sr=`+`,cr=`-`;function lr(e,t,n,r,i,a){let o=28;return e.map(e=>{let s=t.find(t=>t.ref===e),c=Math.max($.least,i*n.filter(t=>t[r]===e).reduce((e,t)=>e+t.width,0)),l={key:e,label:s?`${s.number} ${s.name}`:a,y:o,height:c,next:o};return o+=c+$.gap,l})}function ur({changes:e,chosen:t,old:n,now:r,from:i,to:a}){let{w:o,n:s}=L(),c=or(e,ar(n,new Set(e.flatMap(e=>e.from.map(e=>e.ref)))),ar(r,new Set(e.flatMap(e=>e.to?[e.to.ref]:[])))),l=c.reduce((e,t)=>e+t.width,0),u=Math.min(6,Math.max(2,rr/l)),d=(e,t,n)=>[...t.map(e=>e.ref),n].filter(t=>c.some(n=>n[e]===t)),f=lr(d(`left`,n,sr),n,c,`left`,u,o.change.NEW),p=lr(d(`right`,r,cr),r,c,`right`,u,o.change.WITHDRAWN),m=(e,t)=>e.find(e=>e.key===t),h=(e,t)=>e.findIndex(e=>e.key===t);c.sort((e,t)=>h(f,e.left)-h(f,t.left)||h(p,e.right)-h(p,t.right)||dr.indexOf(e.kind)-dr.indexOf(t.kind));let g=$.label+$.bar,_=$.width-$.label-$.bar,v=(g+_)/2,y=c.map(e=>{let t=e.width*u,n=m(f,e.left),r=n.next;return n.next+=t,{...e,thick:t,y1:r,y2:0}});for(let e of[...y].sort((e,t)=>h(p,e.right)-h(p,t.right)||h(f,e.left)-h(f,t.left))){let t=m(p,e.right);e.y2=t.next,t.next+=e.thick}let b=e=>e.reduce((e,t)=>Math.max(e,t.y+t.height),0),x=Math.max(b(f),b(p))+8,S=(e,t)=>m(e,t).label;return G(`svg`,{class:`drawing flow`,viewBox:`0 0 ${$.width} ${x}`,width:$.width,height:x,role:`img`,"aria-label":o.flowDrawing,children:[G(`text`,{class:`standard-name`,x:$.label,y:`14`,"text-anchor":`end`,children:i}),G(`text`,{class:`standard-name`,x:$.width-$.label,y:`14`,children:a}),y.map(e=>G(`path`,{class:`band k-${e.kind} ${t.length&&!t.includes(e.kind)?`faint`:``}`,d:`M${g} ${e.y1}C${v} ${e.y1} ${v} ${e.y2} ${_} ${e.y2}V${e.y2+e.thick}C${v} ${e.y2+e.thick} ${v} ${e.y1+e.thick} ${g} ${e.y1+e.thick}Z`,children:G(`title`,{children:`${S(f,e.left)} → ${S(p,e.right)}: ${o.change[e.kind]} ${s(e.width)}`})},`${e.left} ${e.right} ${e.kind}`)),f.map(e=>G(`g`,{children:[G(`rect`,{class:`bar`,x:$.label,y:e.y,width:$.bar,height:e.height}),G(`text`,{class:`node-small`,x:$.label-8,y:e.y+e.height/2+4,"text-anchor":`end`,children:On(e.label,21.5,1)})]},e.key)),p.map(e=>G(`g`,{children:[G(`rect`,{class:`bar`,x:_,y:e.y,width:$.bar,height:e.height}),G(`text`,{class:`node-small`,x:_+$.bar+8,y:e.y+e.height/2+4,children:On(e.label,21.5,1)})]},e.key))]})}var dr=[`KEPT`,`RENAMED`,`MERGED`,`SPLIT`,`EXTENDED`,`NEW`,`WITHDRAWN`],fr={pageInfo:{hasNextPage:!1,endCursor:null},edges:[]};function pr(){let{w:e,language:t}=L(),n=I(),r=jt(),i=W(),{variables:a}=z(),o=r.filter(e=>r.some(t=>t.ref===e.supersedes)).map(e=>({from:e.supersedes,to:e.ref})),s=n.get(`edition`)||(o.find(e=>e.to===`iso-27001-2022`)??o[0])?.to||``,c=o.find(e=>e.to===s),l=U(yt,c?{...c,controls:a.controls,language:t}:null,e=>e.editionChanges.changes),u=U(ct,c?{ref:c.from,language:t}:null,e=>e.standard?.requirements??fr),d=U(ct,c?{ref:c.to,language:t}:null,e=>e.standard?.requirements??fr),f=mr(u.data),p=mr(d.data);return G(`section`,{class:`editions`,"aria-labelledby":`editions-title`,children:[G(`h2`,{id:`editions-title`,children:e.editionsTitle}),G(`label`,{class:`field no-print`,children:[G(`span`,{children:e.edition}),G(`select`,{value:s,onChange:e=>n.change({edition:e.currentTarget.value,change:``}),children:o.map(e=>G(`option`,{value:e.to,children:[i(e.from),` → `,i(e.to)]},e.to))})]}),c&&G(q,{answer:l,children:({editionChanges:e})=>G(hr,{from:c.from,to:c.to,changes:e.changes.edges.map(e=>e.node),counts:new Map(e.counts.map(e=>[e.kind,e.count])),old:f,now:p})})]})}function mr(e){return e?.standard?.requirements.edges.map(e=>e.node)??[]}function hr({from:e,to:t,changes:n,counts:r,old:i,now:a}){let{w:o,n:s}=L(),c=I(),l=c.list(`change`).filter(e=>dr.includes(e)),u=n.filter(e=>l.length===0||l.includes(e.kind));return G(S,{children:[G(`div`,{class:`toolbar`,role:`group`,"aria-label":o.changeWord,children:dr.filter(e=>r.get(e)).map(e=>G(`button`,{type:`button`,class:`kind k-${e}`,"aria-pressed":l.includes(e),onClick:()=>c.change({edition:t,change:l.includes(e)?l.filter(t=>t!==e):[...l,e]}),children:[G(`i`,{"aria-hidden":`true`}),` `,o.change[e],` `,s(r.get(e)??0)]},e))}),i.length>0&&a.length>0&&G(`div`,{class:`scroll drawing-frame`,tabIndex:0,role:`group`,"aria-label":o.flowDrawing,children:G(ur,{changes:n,chosen:l,old:i,now:a,from:e,to:t})}),G(`details`,{class:`changes`,open:l.length>0,children:[G(`summary`,{children:o.changeList(s(u.length))}),G(`table`,{class:`rows cards`,children:[G(`thead`,{children:G(`tr`,{children:[G(`th`,{scope:`col`,children:e}),G(`th`,{scope:`col`,children:o.changeWord}),G(`th`,{scope:`col`,children:t}),G(`th`,{scope:`col`,children:o.verdict}),G(`th`,{scope:`col`,children:o.whatRemains})]})}),G(`tbody`,{children:u.map(e=>G(`tr`,{children:[G(`td`,{children:e.from.map(e=>G(`p`,{children:[G(`span`,{class:`number-of`,children:e.number}),` `,e.name]},e.ref))}),G(`td`,{children:o.change[e.kind]}),G(`td`,{children:e.to&&G(`a`,{href:c.href(`neighbourhood`,{req:e.to.ref}),children:[G(`span`,{class:`number-of`,children:e.to.number}),` `,e.to.name]})}),G(`td`,{children:e.verdict&&G(en,{verdict:e.verdict})}),G(`td`,{class:`remains`,children:G(`ul`,{children:e.remainder.filter(e=>!e.point||!e.mapping).map(e=>G(`li`,{children:e.text},(e.point?.number??``)+e.text))})})]},(e.to?.ref??``)+e.from.map(e=>e.ref).join()))})]})]})]})}function gr(){let{w:e}=L();return G(`article`,{class:`view overlap`,children:[G(`h1`,{children:e.views.overlap}),G(K,{withTarget:!1}),G(_r,{}),G(yr,{}),G(pr,{})]})}function _r(){let{w:e}=L(),t=I(),{variables:n}=z(),r=jt(),i=W(),a=r.filter(e=>e.status===`CURRENT`&&!e.profileOf).map(e=>e.ref),o=t.list(`of`).length?t.list(`of`):a,s=r.map(e=>e.ref).filter(e=>o.includes(e)),c=U(_t,s.length>1?{standards:s,asOf:n.asOf,policy:n.policy}:null),l=e=>t.change({of:o.includes(e)?o.filter(t=>t!==e):[...o,e]});return G(`section`,{"aria-labelledby":`matrix-title`,children:[G(`h2`,{id:`matrix-title`,children:e.matrixTitle}),G(`p`,{class:`quiet`,children:e.matrixMeans}),G(`details`,{class:`conditions standards-choice no-print`,children:[G(`summary`,{children:e.standardsShown(s.length,r.length)}),G(`div`,{class:`checks`,children:r.map(e=>G(`label`,{children:[G(`input`,{type:`checkbox`,checked:s.includes(e.ref),onChange:()=>l(e.ref)}),` `,e.title,` `,G(`span`,{class:`quiet`,children:e.ref})]},e.ref))})]}),s.length<2?G(`p`,{class:`quiet`,children:e.twoStandards}):G(q,{answer:c,children:({overlap:t})=>{let n=new Map(t.pairs.map(e=>[`${e.held.ref} ${e.target.ref}`,e.summary])),r=s.filter(e=>t.pairs.some(t=>t.held.ref===e));return G(`div`,{class:`scroll`,tabIndex:0,role:`group`,"aria-labelledby":`matrix-title`,children:G(`table`,{class:`matrix`,children:[G(`thead`,{children:G(`tr`,{children:[G(`th`,{scope:`col`,class:`corner`,children:e.heldByTarget}),r.map(e=>G(`th`,{scope:`col`,title:i(e),children:e},e))]})}),G(`tbody`,{children:r.map(e=>G(`tr`,{children:[G(`th`,{scope:`row`,title:i(e),children:e}),r.map(t=>G(`td`,{children:e===t?G(`span`,{class:`same`,children:`·`}):G(vr,{held:e,target:t,of:n.get(`${e} ${t}`)})},t))]},e))})]})})}})]})}function vr({held:e,target:t,of:n}){let{w:r,n:i}=L(),a=I();if(!n)return null;let o=[[`FULL`,n.full],[`PARTIAL`,n.partial]];return G(`a`,{class:`pair`,href:a.href(`coverage`,{held:e,target:t}),children:[G(`span`,{class:`hidden`,children:r.pair(e,t)}),G(`span`,{class:`pair-counts`,children:o.map(([e,t])=>G(`span`,{class:`count v-${e}`,children:[G(Y,{verdict:e}),G(`span`,{class:`hidden`,children:e}),` `,i(t)]},e))}),G(`span`,{class:`pair-of`,children:r.outOf(i(n.total))}),G(`svg`,{viewBox:`0 0 100 5`,preserveAspectRatio:`none`,"aria-hidden":`true`,children:[G(`rect`,{class:`ground`,width:`100`,height:`5`}),G(`rect`,{class:`v-FULL`,width:100*n.full/n.total,height:`5`,fill:`currentColor`}),G(`rect`,{class:`v-PARTIAL`,x:100*n.full/n.total,width:100*n.partial/n.total,height:`5`,fill:`currentColor`})]})]})}function yr(){let{w:e,language:t,n}=L(),r=I(),{held:i,holds:a,variables:o}=z(),s=U(vt,a?{...o,language:t}:null);return G(`section`,{"aria-labelledby":`next-title`,children:[G(`h2`,{id:`next-title`,children:e.nextTitle}),G(Wt,{withTarget:!1}),a?G(S,{children:[G(`p`,{class:`quiet`,children:e.nextOrder}),G(q,{answer:s,children:({nextStandards:t})=>G(`table`,{class:`rows next`,children:[G(`thead`,{children:G(`tr`,{children:[G(`th`,{scope:`col`,children:e.standard}),G(`th`,{scope:`col`,children:e.verdictsOf}),G(`th`,{scope:`col`,class:`number`,children:e.total})]})}),G(`tbody`,{children:t.map(({standard:e,summary:t})=>G(`tr`,{children:[G(`td`,{children:[G(`a`,{href:r.href(`coverage`,{held:i,target:e.ref}),children:Pt(e.title??e.ref)}),` `,G(`span`,{class:`quiet code`,children:e.ref})]}),G(`td`,{children:G(nn,{of:t})}),G(`td`,{class:`number`,children:n(t.total)})]},e.ref))})]})})]}):G(`p`,{class:`quiet`,children:e.nextHold})]})}var br=[`CLAUSE`,`CONTROL`,`CRITERION`,`CHECK_ITEM`,`ARTICLE`,`GROUP`];function xr(){let{w:e,language:t,n}=L(),r=I(),[i,a]=N(r.get(`q`)),o=Mt(i,250),s=r.get(`q`).trim(),c=Nt(i);P(()=>a(r.get(`q`)),[r.get(`q`)]),P(()=>{o===i&&o.trim()!==r.get(`q`)&&r.change({q:o.trim(),show:``},!0)},[o]);let l=r.list(`in`),u=r.get(`show`)===`more`?100:20,d=r.list(`kind`).filter(e=>br.includes(e)),f=U(bt,s?{query:s,standards:l,kinds:d,language:t,first:u}:null);return G(`article`,{class:`view search`,children:[G(`h1`,{children:e.views.search}),G(`form`,{class:`search-form no-print`,role:`search`,onSubmit:e=>e.preventDefault(),children:G(zt,{label:e.searchLabel,hideLabel:!0,type:`search`,autoFocus:!0,text:i,placeholder:e.searchPlaceholder,choices:i.trim()===s?[]:c,nothing:``,onText:a,onPick:e=>r.change({q:e.value}),onEnter:()=>r.change({q:i.trim()})})}),G(`div`,{class:`search-columns`,children:[G(Sr,{standards:l,chosen:d}),G(`section`,{"aria-label":e.hits,class:`hits`,children:s?G(q,{answer:f,children:({search:t})=>G(S,{children:[G(`p`,{class:`quiet`,role:`status`,children:e.hitCount(n(t.totalCount),s)}),t.edges.length===0&&G(J,{title:e.nothingFound}),G(`ol`,{class:`hit-list`,children:t.edges.map(e=>G(wr,{hit:e},e.node.ref))}),t.totalCount>t.edges.length&&u===20&&G(`button`,{type:`button`,class:`no-print more`,onClick:()=>r.change({show:`more`}),children:e.moreHits(n(Math.min(100,t.totalCount)))})]})}):G(J,{title:e.searchTitle,children:[G(`p`,{children:e.searchText}),G(`ul`,{class:`examples`,children:[`2.5.4`,`A.5.17`,`접근권한 검토`,`supplier`].map(e=>G(`li`,{children:G(`a`,{href:r.href(`search`,{q:e}),children:e})},e))})]})})]})]})}function Sr({standards:e,chosen:t}){let{w:n}=L(),r=I(),i=jt(),a=(e,t)=>e.includes(t)?e.filter(e=>e!==t):[...e,t];return G(`div`,{class:`facets no-print`,children:[G(`fieldset`,{children:[G(`legend`,{children:n.standard}),i.map(t=>G(`label`,{title:t.title??void 0,children:[G(`input`,{type:`checkbox`,checked:e.includes(t.ref),onChange:()=>r.change({in:a(e,t.ref)})}),` `,t.ref]},t.ref))]}),G(`fieldset`,{children:[G(`legend`,{children:n.kindWord}),br.map(e=>G(`label`,{children:[G(`input`,{type:`checkbox`,checked:t.includes(e),onChange:()=>r.change({kind:a(t,e)})}),` `,n.kind[e]]},e))]})]})}function Cr({pieces:e}){return G(S,{children:e.map((e,t)=>e.match?G(`mark`,{children:e.text},t):e.text)})}function wr({hit:e}){let{w:t,language:n}=L(),r=I(),{held:i}=z(),{node:a}=e,o=a.kind!==`GROUP`,s=e.fragments.find(e=>e.field===`TITLE`&&e.language===n);return G(`li`,{class:`hit`,children:[G(`p`,{class:`hit-head`,children:[G(`a`,{href:r.href(`neighbourhood`,{req:a.ref}),children:[G(`span`,{class:`number-of`,children:a.number}),` `,s?G(Cr,{pieces:s.pieces}):a.name]}),e.byId&&G(`span`,{class:`tag`,children:t.byId})]}),G(`p`,{class:`quiet`,children:[a.standard.title,` · `,t.kind[a.kind],` · `,G(`code`,{children:a.ref})]}),e.fragments.filter(e=>e!==s).map(e=>G(`p`,{class:`fragment`,lang:e.language.toLowerCase(),children:[e.field===`POINT`&&G(`span`,{class:`number-of`,children:e.of.number}),` `,G(Cr,{pieces:e.pieces})]},e.field+e.language+e.of.number)),G(`p`,{class:`hit-links no-print`,children:[o&&G(`a`,{href:r.href(`explain`,{req:a.ref}),children:t.views.explain}),!i.includes(a.ref)&&G(`a`,{href:r.href(`coverage`,{held:[...i,a.ref]}),children:t.addToHeld})]})]})}var Tr=[`WORKBOOK`,`SOA`,`OPERATION_STATEMENT`,`TRANSITION`,`AUDIT_TIME`,`SUMMARY`],Er=[`XLSX`,`CSV`,`MD`,`HTML`],Dr=[`EN`,`KO`,`BOTH`],Or=(e,t)=>e!==`SUMMARY`||t===`MD`||t===`HTML`;function kr(){let{w:e,language:t}=L(),{variables:n,target:r}=z(),[i,a]=N(`WORKBOOK`),[o,s]=N(`XLSX`),[c,l]=N(null),[u,d]=N(!1),[f,p]=N(``),m=Or(i,o)?o:`HTML`,h=async()=>{d(!0),p(``);try{let e=R.get()?.organization??null,{deliverable:a}=await wt(ot,{...n,kind:i,format:m,documentLanguage:c??t,target:r,organization:e});Ar(a.fileName,a.mediaType,a.content)}catch(t){p(t instanceof V&&t.message?t.message:e.serverAway)}finally{d(!1)}};return G(`form`,{class:`download no-print`,"aria-label":e.download,onSubmit:e=>{e.preventDefault(),h()},children:[G(`label`,{class:`field`,children:[G(`span`,{children:e.document}),G(`select`,{value:i,onChange:e=>a(e.currentTarget.value),children:Tr.map(t=>G(`option`,{value:t,children:e.deliverable[t]},t))})]}),G(`label`,{class:`field`,children:[G(`span`,{children:e.format}),G(`select`,{value:m,onChange:e=>s(e.currentTarget.value),children:Er.filter(e=>Or(i,e)).map(t=>G(`option`,{value:t,children:e.formats[t]},t))})]}),G(`label`,{class:`field`,children:[G(`span`,{children:e.documentLanguage}),G(`select`,{value:c??t,onChange:e=>l(e.currentTarget.value),children:Dr.map(t=>G(`option`,{value:t,children:e.languages[t]},t))})]}),G(`button`,{type:`submit`,disabled:u,children:u?e.loading:e.download}),G(`div`,{role:`status`,children:f&&G(`p`,{class:`note warn`,children:f})})]})}function Ar(e,t,n){let r=Uint8Array.from(atob(n),e=>e.charCodeAt(0)),i=URL.createObjectURL(new Blob([r],{type:t})),a=document.createElement(`a`);a.href=i,a.download=e,a.click(),setTimeout(()=>URL.revokeObjectURL(i),1e4)}var jr=[`NEW`,`EXTEND`,`EXTEND_SCOPE`,`REVIEW`,`ANALYSE`,`REUSE`];function Mr(){let{w:e,language:t,day:n}=L(),r=I(),i=z(),a=W(),o=i.holds&&i.target,s=U(xt,o?{...i.variables,target:i.target,language:t}:null,e=>e.gapAnalysis.items);return G(`article`,{class:`view todo`,children:[G(`h1`,{children:e.views.todo}),G(Wt,{}),o?G(q,{answer:s,children:({gapAnalysis:t,revision:r})=>G(S,{children:[G(K,{asOf:t.asOf}),G(`p`,{class:`asked`,children:[e.todoOf(a(i.target)),` `,G(`span`,{class:`quiet`,children:e.asOfRevision(n(t.asOf),r.hash.slice(0,8))})]}),G(kr,{}),G(Nr,{items:t.items.edges.map(e=>e.node)})]})}):G(J,{title:e.startTitle,children:[G(`p`,{children:e.startText}),G(`p`,{children:G(`a`,{href:r.href(`todo`,{held:[`iso-27001-2022`],target:`isms-p-2023`}),children:e.startExample(a(`iso-27001-2022`),a(`isms-p-2023`))})})]})]})}function Nr({items:e}){let{w:t,n}=L(),r=I(),i=r.list(`do`),a=t=>e.filter(e=>e.disposition===t),o=jr.filter(e=>a(e).length>0);return G(S,{children:[G(`div`,{class:`toolbar no-print`,role:`group`,"aria-label":t.disposition,children:o.map(e=>G(`button`,{type:`button`,"aria-pressed":i.includes(e),onClick:()=>r.change({do:i.includes(e)?i.filter(t=>t!==e):[...i,e]}),children:[G(`span`,{class:`code`,children:e}),` `,n(a(e).length)]},e))}),o.filter(e=>i.length===0||i.includes(e)).map(r=>G(`section`,{class:`disposition`,"aria-labelledby":`do-${r}`,children:[G(`h2`,{id:`do-${r}`,children:[G(`span`,{class:`code`,children:r}),` `,t.dispositionMeans[r],` `,G(`span`,{class:`quiet`,children:t.countOf(n(a(r).length),n(e.length))})]}),G(Pr,{items:a(r)})]},r))]})}function Pr({items:e}){let{w:t}=L(),n=I(),r=e.some(e=>e.remainder.length>0),i=e.some(e=>e.blockers.length>0),a=e.some(e=>Ir(e).length>0),o=e.some(e=>e.omission);return G(`table`,{class:`rows cards`,children:[G(`thead`,{children:G(`tr`,{children:[G(`th`,{scope:`col`,children:t.number}),G(`th`,{scope:`col`,children:t.requirement}),G(`th`,{scope:`col`,children:t.verdict}),r&&G(`th`,{scope:`col`,children:t.whatRemains}),i&&G(`th`,{scope:`col`,children:t.blockers}),a&&G(`th`,{scope:`col`,children:t.via}),o&&G(`th`,{scope:`col`,children:t.audit})]})}),G(`tbody`,{children:e.map(e=>G(`tr`,{children:[G(`td`,{class:`number-of`,children:e.requirement.number}),G(`td`,{class:`name`,children:G(`a`,{href:n.href(`explain`,{req:e.requirement.ref}),children:e.requirement.name})}),G(`td`,{children:G(en,{verdict:e.verdict})}),r&&G(`td`,{class:`remains`,"data-label":t.whatRemains,children:G(`ul`,{children:Fr(e).map(e=>G(`li`,{children:[e.point&&G(`span`,{class:`number-of`,children:e.point.number}),` `,e.text]},(e.point?.ref??``)+e.text))})}),i&&G(`td`,{"data-label":e.blockers.length?t.blockers:void 0,children:e.blockers.map(e=>G(`p`,{children:[e.control.id,` `,e.control.title,`: `,t.blockerReason[e.why],` → `,e.verdict]},e.control.id))}),a&&G(`td`,{class:`via`,"data-label":t.via,children:Ir(e).map(e=>G(`code`,{children:e},e))}),o&&G(`td`,{children:e.omission&&G(`span`,{title:e.omission.conditions.join(`
`),children:t.mayBeOmitted})})]},e.requirement.ref))})]})}function Fr(e){return e.remainder.filter(e=>!e.point||!e.mapping)}function Ir(e){let t=[e,...e.verdict===`FULL`||e.verdict===`PARTIAL`?e.points.filter(e=>e.verdict===`FULL`||e.verdict===`PARTIAL`):[]].flatMap(e=>e.proof?.steps??[]).filter(e=>e.rule===`R1`);return[...new Set(t.flatMap(e=>e.controls.length?e.controls.map(e=>e.id):[e.requirement.ref]))]}var Lr={coverage:rn,todo:Mr,explain:Fn,crosswalk:xn,overlap:gr,neighbourhood:tr,facts:Gn,search:xr};function Rr(){let{w:e,code:t}=L(),n=I(),r=Oe(null),i=Oe(!0),a=Lr[n.view];return P(()=>{document.documentElement.lang=t,document.title=`${e.views[n.view]} · clausegraph`},[t,n.view]),P(()=>{i.current?i.current=!1:(scrollTo(0,0),(r.current?.querySelector(`[autofocus]`)??r.current)?.focus({preventScroll:!0}))},[n.view]),P(()=>{let e=e=>{(e.ctrlKey||e.metaKey)&&e.key.toLowerCase()===`k`&&(e.preventDefault(),n.view===`search`?document.querySelector(`#main input`)?.focus():Ge(n.href(`search`)))};return addEventListener(`keydown`,e),()=>removeEventListener(`keydown`,e)}),G(S,{children:[G(`a`,{class:`skip`,href:`#main`,onClick:e=>{e.preventDefault(),r.current?.focus()},children:e.skip}),G(`header`,{class:`top no-print`,children:[G(`a`,{class:`brand`,href:n.href(`coverage`),children:`clausegraph`}),G(`nav`,{"aria-label":e.viewsLabel,children:G(`ul`,{children:ze.map(t=>G(`li`,{children:G(`a`,{href:n.href(t),"aria-current":t===n.view?`page`:void 0,children:e.views[t]})},t))})}),G(zr,{})]}),G(Rt,{}),G(`main`,{id:`main`,tabIndex:-1,ref:r,children:G(a,{})}),G(`footer`,{children:[G(`p`,{children:e.disclaimer}),G(`p`,{class:`no-print`,children:[G(`a`,{href:`graphiql`,children:`GraphiQL`}),` `,G(`a`,{href:`schema.graphql`,children:e.schema}),` `,G(`a`,{href:`licences.md`,children:e.licences}),G(`span`,{class:`quiet`,children:e.searchKey})]})]})]})}function zr(){let{w:e,code:t}=L(),n=I(),r=F(tt),i=t===`ko`?`en`:`ko`;return G(`div`,{class:`tools`,children:[G(It,{}),G(`button`,{type:`button`,onClick:()=>print(),children:e.print}),G(`button`,{type:`button`,"aria-pressed":r===`dark`,onClick:()=>rt(r===`dark`?`light`:`dark`),children:e.dark}),G(`a`,{class:`button`,lang:i,hreflang:i,href:n.href(n.view,{lang:i}),children:i===`ko`?`한국어`:`English`})]})}var Br=Ve(location.hash);Br.params.get(`lang`)||Ge(We(Br,Br.view,{lang:Xe()}),!0),me(G(Rr,{}),document.getElementById(`app`));